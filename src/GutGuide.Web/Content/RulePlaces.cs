namespace GutGuide.Web.Content;

/// <summary>Where each rule, page, question and setting stands, also those that share their id with another or have none.</summary>
internal sealed class RulePlaces
{
    private readonly Dictionary<object, (string Path, int Line)> _places = new(ReferenceEqualityComparer.Instance);

    public void Note(object thing, YamlMap map) => Note(thing, map.Path, map.Line);

    public void Note(object thing, string path, int line) => _places.TryAdd(thing, (path, line));

    /// <param name="otherwise">What the thing was made from, for one that stands nowhere itself.</param>
    public (string Path, int Line) Of(object thing, object? otherwise = null) =>
        _places.TryGetValue(thing, out var place) ? place
        : otherwise is not null && _places.TryGetValue(otherwise, out var origin) ? origin
        : ("content/consultation", 0);
}
