namespace GutGuide.Web.Settings;

/// <summary>A setting makes no sense; the message is for the person who runs the site.</summary>
public sealed class SettingException(string message) : Exception(message);
