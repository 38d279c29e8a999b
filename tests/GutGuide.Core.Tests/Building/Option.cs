using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Tests.Building;

/// <summary>One choice of a question. A bare code stands for a choice that says nothing more.</summary>
public sealed class Option(string code)
{
    private readonly List<FactSetting> _sets = [];
    private readonly List<string> _covers = [];
    private int? _weight;
    private bool _exclusive;
    private bool _unsure;

    public static implicit operator Option(string code) => new(code);

    public Option Sets(string fact, string value = "yes")
    {
        _sets.Add(new FactSetting(fact, value, null));
        return this;
    }

    public Option Sets(string fact, double number)
    {
        _sets.Add(new FactSetting(fact, null, number));
        return this;
    }

    public Option Adds(string fact, double number)
    {
        _sets.Add(new FactSetting(fact, null, number, Adds: true));
        return this;
    }

    /// <summary>Its words name these facts of the questions that it opens.</summary>
    public Option Covers(params string[] facts)
    {
        _covers.AddRange(facts);
        return this;
    }

    public Option Weighing(int weight)
    {
        _weight = weight;
        return this;
    }

    public Option Exclusive()
    {
        _exclusive = true;
        return this;
    }

    public Option Unsure()
    {
        _unsure = true;
        return this;
    }

    public AnswerOption Build() => new(code, $"Display of {code}", _weight, _exclusive, _unsure, _sets) { Covers = _covers };
}
