using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>One option of one question.</summary>
internal readonly record struct Line(int Item, string Code);

/// <summary>What is known of somebody who is not asked a question: lines that were not chosen, and limits of numbers.</summary>
internal sealed record Denied(IReadOnlySet<Line> Lines, IReadOnlyDictionary<int, (double Least, double Most)> Numbers)
{
    public static Denied Nothing { get; } = new(new HashSet<Line>(), new Dictionary<int, (double, double)>());

    public Denied And(Denied other)
    {
        var numbers = new Dictionary<int, (double Least, double Most)>(Numbers);
        foreach (var (item, range) in other.Numbers)
        {
            numbers[item] = numbers.TryGetValue(item, out var known) ? (Math.Max(known.Least, range.Least), Math.Min(known.Most, range.Most)) : range;
        }

        return new(Lines.Union(other.Lines).ToHashSet(), numbers);
    }
}

/// <summary>One way to tell of something: the lines that are chosen, those that must not be, and the facts that all of it tells.</summary>
internal sealed record Story(IReadOnlySet<Line> Chosen, IReadOnlySet<Line> Avoided, IReadOnlyList<(int Item, FactSlot Fact, FactSetting Setting)> Told)
{
    public static Story Empty { get; } = new(new HashSet<Line>(), new HashSet<Line>(), []);

    public bool Needs(Line line) => Chosen.Contains(line);

    /// <summary>Whether it tells something through one of these questions.</summary>
    public bool IsTouched(IndexedItem[] items) => Told.Any(told => items.Any(item => item.Number == told.Item));

    public void Tell(Circumstances now, IndexedItem[] butNotBy)
    {
        foreach (var (item, fact, setting) in Told)
        {
            if (butNotBy.All(hidden => hidden.Number != item))
            {
                fact.Apply(now, setting);
            }
        }
    }

    /// <summary>Whether another story tells all of this one, and more: whatever holds after this one holds after that as well.</summary>
    public bool IsWithin(Story other) => Chosen.IsSubsetOf(other.Chosen) && Avoided.IsSubsetOf(other.Avoided) && !Told.Except(other.Told).Any();

    /// <summary>Null when no one person can tell both.</summary>
    public Story? And(Story other, RuleIndex index)
    {
        var chosen = Chosen.Union(other.Chosen).ToHashSet();
        var avoided = Avoided.Union(other.Avoided).ToHashSet();
        return chosen.Overlaps(avoided) || IsTwoChoices(chosen, index) ? null : new(chosen, avoided, [.. Told, .. other.Told]);
    }

    private static bool IsTwoChoices(HashSet<Line> chosen, RuleIndex index) => chosen
        .Where(line => index.Items[line.Item].Definition.Type == ItemType.Choice || index.Items[line.Item].Definition.Option(line.Code)!.Exclusive)
        .Any(line => chosen.Any(other => other.Item == line.Item && other.Code != line.Code));
}

/// <summary>Finds every way to get a rule to hold, and every way not to be asked a question, from conditions alone.</summary>
internal sealed class Stories(RuleIndex index, Gates gates)
{
    /// <summary>More than any rule of the rule base has; a rule with more could not be told by a person either.</summary>
    private const int MostStories = 20_000;

    private readonly Dictionary<int, IReadOnlyList<Story>> _asked = [];

    /// <summary>The options that help to open a question.</summary>
    public IReadOnlyList<Line> OpeningLines(int item) =>
    [
        .. gates.WhenOf(item).SelectMany(when => when.Comparisons())
            .Where(part => part is { Subject: Subject.Question, Operator: ComparisonOperator.Equal, Code: not null })
            .Select(part => new Line(index.ItemOf(part.Id).Number, part.Code!))
            .Distinct(),
    ];

    /// <summary>The one choice that alone decides whether an item is asked; null when there is more to it.</summary>
    public int? SoleQuestion(int item)
    {
        var parts = gates.WhenOf(item).SelectMany(when => when.Comparisons()).ToArray();
        return parts.All(part => part is { Subject: Subject.Question, Operator: ComparisonOperator.Equal, Code: not null } && part.Id == parts[0].Id)
            && index.ItemOf(parts[0].Id) is { Definition.Type: ItemType.Choice } sole ? sole.Number : null;
    }

    /// <summary>Every way of not being asked an item.</summary>
    public IEnumerable<Denied> Hiding(int item) => Hiding(new All(gates.WhenOf(item)));

    private IReadOnlyList<Denied> Hiding(Condition when) => when switch
    {
        All all => [.. all.Of.SelectMany(Hiding)],
        Any any => any.Of.Select(Hiding).Aggregate((IReadOnlyList<Denied>)[Denied.Nothing], (ways, more) => [.. ways.SelectMany(_ => more, (one, other) => one.And(other))]),
        Comparison { Operator: ComparisonOperator.Equal, Code: { } code } part =>
            [Denied.Nothing with { Lines = new HashSet<Line> { new(index.ItemOf(part.Id).Number, code) } }],
        Comparison { Number: { } number } part =>
            [Denied.Nothing with { Numbers = new Dictionary<int, (double, double)> { [index.ItemOf(part.Id).Number] = Outside(part.Operator, number) } }],
        _ => [Denied.Nothing],
    };

    /// <summary>The numbers for which a comparison does not hold.</summary>
    private static (double Least, double Most) Outside(ComparisonOperator comparison, double number) => comparison switch
    {
        ComparisonOperator.GreaterOrEqual => (double.NegativeInfinity, number - 1),
        ComparisonOperator.Greater => (double.NegativeInfinity, number),
        ComparisonOperator.LessOrEqual => (number + 1, double.PositiveInfinity),
        ComparisonOperator.Less => (number, double.PositiveInfinity),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>Whether a comparison of a rule can still hold for somebody who is not asked.</summary>
    public bool CanHold(Comparison part, Denied denied) => part.Subject switch
    {
        Subject.State => CanHold(index.Ruleset.States[index.StateNumber(part.Id)].When, denied),
        Subject.Flag => CanHold(index.Ruleset.Flags[index.FlagNumber(part.Id)].When, denied),
        Subject.Fact => CanHold(index.Fact(part.Id), part, denied),
        _ => true,
    };

    private bool CanHold(Condition when, Denied denied) => when switch
    {
        All all => all.Of.All(part => CanHold(part, denied)),
        Any any => any.Of.Any(part => CanHold(part, denied)),
        Comparison part => CanHold(part, denied),
        _ => true,
    };

    private bool CanHold(FactSlot fact, Comparison part, Denied denied)
    {
        if (fact.Definition.From?.Question is { } question && part.Number is { } edge && denied.Numbers.TryGetValue(index.ItemOf(question).Number, out var range))
        {
            return part.Operator.Holds(range.Least, edge) || part.Operator.Holds(range.Most, edge);
        }

        return fact.Kind != FactKind.Problem
            || fact.DefaultCertainty is Certainty.Yes or Certainty.Unsure
            || index.Facts.Any(number => number.Definition.FollowUp == fact.Id)
            || Setters(fact).Any(setter => setter.Setting.Code != "no" && !denied.Lines.Contains(setter.Line));
    }

    /// <summary>Every way to get a condition of a rule to hold for sure.</summary>
    public IReadOnlyList<Story> Of(Condition when) => Of(when, OfRule);

    private IReadOnlyList<Story> Of(Condition when, Func<Comparison, IReadOnlyList<Story>> ofPart) => when switch
    {
        All all => all.Of.Aggregate((IReadOnlyList<Story>)[Story.Empty], (stories, part) => Both(stories, Of(part, ofPart))),
        Any any => Shortest(any.Of.SelectMany(part => Of(part, ofPart))),
        Comparison comparison => ofPart(comparison),
        _ => [Story.Empty],
    };

    private List<Story> Both(IReadOnlyList<Story> some, IReadOnlyList<Story> others)
    {
        var both = some.SelectMany(_ => others, (one, other) => one.And(other, index)).OfType<Story>().Take(MostStories + 1).ToList();
        return both.Count <= MostStories ? Shortest(both) : throw new InvalidOperationException("There are too many ways to tell of one rule; split it.");
    }

    /// <summary>Without those that another one is within: telling more only makes rules stricter.</summary>
    private static List<Story> Shortest(IEnumerable<Story> stories)
    {
        var shortest = new List<Story>();
        foreach (var story in stories.OrderBy(story => story.Chosen.Count + story.Avoided.Count).ThenBy(story => story.Told.Count))
        {
            if (!shortest.Exists(other => other.IsWithin(story)))
            {
                shortest.Add(story);
            }
        }

        return shortest;
    }

    private IReadOnlyList<Story> OfRule(Comparison part) => part.Subject switch
    {
        Subject.State => Of(index.Ruleset.States[index.StateNumber(part.Id)].When),
        Subject.Flag => Of(index.Ruleset.Flags[index.FlagNumber(part.Id)].When),
        Subject.Fact => OfFact(index.Fact(part.Id), part),
        _ => [Story.Empty],
    };

    private List<Story> OfFact(FactSlot fact, Comparison part)
    {
        if (fact.Definition.From is { } from)
        {
            var number = part.Number is { } edge ? Beyond(part.Operator, edge) : 0;
            var item = index.ItemOf(from.LinkIds.First()).Number;
            return Both([Story.Empty with { Told = [(item, fact, new FactSetting(fact.Id, null, number))] }], Asked(item));
        }

        if (fact.Kind is FactKind.Reassurance or FactKind.Held or FactKind.Presence)
        {
            return [Story.Empty];
        }

        var setters = Setters(fact).Where(setter => fact.Kind switch
        {
            FactKind.Problem => setter.Setting.Code == "yes",
            FactKind.Code => setter.Setting.Code == part.Code != (part.Operator == ComparisonOperator.NotEqual),
            _ => setter.Setting.Adds || (setter.Setting.Number is { } number && part.Number is { } least && part.Operator.Holds(number, least)),
        });
        return [.. setters.DistinctBy(setter => setter.Line).SelectMany(setter => Telling(setter.Line, fact, part))];
    }

    /// <summary>The option chosen, with all it tells. Points count as many as it takes: other answers give the rest.</summary>
    private List<Story> Telling(Line line, FactSlot fact, Comparison part)
    {
        var stories = Choosing(line);
        var isPoints = Setters(fact).Any(setter => setter.Line == line && setter.Setting.Adds);
        return isPoints && part.Number is { } edge
            ? [.. stories.Select(story => story with { Told = [.. story.Told, (line.Item, fact, new FactSetting(fact.Id, null, Beyond(part.Operator, edge)))] })]
            : stories;
    }

    private List<Story> Choosing(Line line)
    {
        var item = index.Items[line.Item];
        var option = item.Definition.Options.Index().First(option => option.Item.Code == line.Code).Index;
        var chosen = Story.Empty with
        {
            Chosen = new HashSet<Line> { line },
            Told = [.. item.Settings[option].Where(set => !set.Setting.Adds).Select(set => (line.Item, set.Fact, set.Setting))],
        };
        return Both([chosen], Asked(line.Item));
    }

    /// <summary>Every way to be asked an item.</summary>
    private IReadOnlyList<Story> Asked(int item)
    {
        if (!_asked.TryGetValue(item, out var stories))
        {
            _asked[item] = stories = Of(new All(gates.WhenOf(item)), OfQuestion);
        }

        return stories;
    }

    private IReadOnlyList<Story> OfQuestion(Comparison part) => part switch
    {
        { Operator: ComparisonOperator.Equal, Code: { } code } => Choosing(new Line(index.ItemOf(part.Id).Number, code)),
        { Operator: ComparisonOperator.NotEqual, Code: { } code } =>
            [Story.Empty with { Avoided = new HashSet<Line> { new(index.ItemOf(part.Id).Number, code) } }],
        _ => [Story.Empty],
    };

    private IEnumerable<(Line Line, FactSetting Setting)> Setters(FactSlot fact) =>
        from item in index.Items
        from option in item.Definition.Options.Index()
        from set in item.Settings[option.Index]
        where set.Fact == fact
        select (new Line(item.Number, option.Item.Code), set.Setting);

    private static double Beyond(ComparisonOperator comparison, double edge) => comparison switch
    {
        ComparisonOperator.Greater => edge + 1,
        ComparisonOperator.Less => edge - 1,
        _ => edge,
    };
}
