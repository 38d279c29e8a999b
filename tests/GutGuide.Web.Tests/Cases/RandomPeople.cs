using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Cases;

namespace GutGuide.Web.Tests.Cases;

/// <summary>
/// People at random, the same on every run. Each answers every question there is: those that the flow hides from them count
/// as unanswered, so the answers that remain are complete.
/// </summary>
internal sealed class RandomPeople
{
    private static readonly int[] Edges = [18, 39, 40, 44, 45, 49, 50, 54, 55, 56, 59, 60, 64, 65, 79, 80];

    /// <summary>How often a question of each part gets another answer than the calmest.</summary>
    private static readonly Func<string, double>[] Kinds =
    [
        _ => .05,
        part => part is "gut" ? .8 : part is "body" or "life" or "goal" ? .5 : .03,
        part => part is "safety" ? .02 : part is "about" ? .6 : .15,
        _ => 1,
    ];

    private readonly Random _random;
    private readonly Answers _calm;
    private readonly (QuestionnaireItem Item, string Part)[] _items;

    public RandomPeople(Ruleset ruleset, int seed)
    {
        _random = new Random(seed);
        _calm = new CalmPerson(ruleset).Saying(Answers.None);
        _items = [.. ruleset.Questionnaire.Pages.SelectMany(page => page.Items.Select(item => (item, page.Section)))];
    }

    /// <summary>In turn someone mostly healthy, someone with an irritable bowel, someone with many conditions, and anyone at all.</summary>
    public Answers Person(int number)
    {
        var kind = Kinds[number % Kinds.Length];
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (item, part) in _items)
        {
            if (item.LinkId == "age" || _random.NextDouble() < kind(part))
            {
                answers[item.LinkId] = AnyAnswer(item);
            }
            else if (_calm[item.LinkId] is { } calm)
            {
                answers[item.LinkId] = calm;
            }
        }

        return new Answers(answers);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>The same answers, given in another order.</summary>
    public Answers Shuffled(Answers answers) => new(answers.All.OrderBy(_ => _random.Next()));

    private Answer AnyAnswer(QuestionnaireItem item) => item.Type switch
    {
        ItemType.Integer => Answer.Of(AnyNumber(item)),
        ItemType.Choice => Answer.Of(Pick(item.Options).Code),
        _ => AnyCodes(item),
    };

    private Answer AnyCodes(QuestionnaireItem item)
    {
        var first = Pick(item.Options);
        return first.Exclusive
            ? Answer.Of(first.Code)
            : Answer.Of(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(item.Options)).Where(more => !more.Exclusive).Append(first).Select(option => option.Code));
    }

    private int AnyNumber(QuestionnaireItem item) => item.LinkId switch
    {
        "age" when _random.NextDouble() < .4 => Pick(Edges),
        "age" => _random.NextDouble() < .03 ? _random.Next(1, 18) : _random.Next(18, 96),
        "height-cm" => _random.Next(145, 200),
        "weight-kg" => _random.Next(32, 120),
        "height-feet" => _random.Next(4, 7),
        "weight-pounds" => _random.Next(75, 260),
        _ => _random.Next(item.Minimum ?? 0, (item.Maximum ?? 0) + 1),
    };
}
