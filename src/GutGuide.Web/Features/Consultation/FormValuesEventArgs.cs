using Microsoft.AspNetCore.Components;

namespace GutGuide.Web.Features.Consultation;

/// <summary>Everything that stands in a form, told whenever something in it changes.</summary>
public sealed class FormValuesEventArgs : EventArgs
{
    /// <summary>By name of the controls; empty where nothing is given. Controls that are not shown are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Names the event for Razor; <c>question-form.js</c> makes it.</summary>
[EventHandler("onanswers", typeof(FormValuesEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
