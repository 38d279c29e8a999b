using GutGuide.Web.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace GutGuide.Web.Publishing;

/// <summary>A page that is rendered once and then kept: its head, and the component that fills its main part.</summary>
public sealed record ReadingPage(PageHead Head, Type Component, IReadOnlyDictionary<string, object?> Parameters)
{
    public string Address => Head.Address;

    public static ReadingPage Of<TComponent>(PageHead head, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent =>
        new(head, typeof(TComponent), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
