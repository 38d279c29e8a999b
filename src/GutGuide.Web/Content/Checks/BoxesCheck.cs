using GutGuide.Web.Content.Dialect;

namespace GutGuide.Web.Content.Checks;

/// <summary>Blocks are known, closed, rightly nested, and name what exists.</summary>
internal sealed class BoxesCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var careCards = content.CareCards.Select(card => card.Card.Id).Concat(problems.UnreadIn("care-cards")).ToArray();
        var figures = content.Figures.Select(figure => figure.Id).Concat(problems.UnreadIn("images")).ToArray();
        foreach (var (path, boxes) in content.Articles.Select(article => (article.Path, article.Outline.Boxes)))
        {
            foreach (var box in boxes)
            {
                CheckBox(box, (line, message) => problems.Error(path, line, message));
                CheckName(box, BoxKind.Care, careCards, "care card", (line, message) => problems.Error(path, line, message));
                CheckName(box, BoxKind.CareShort, careCards, "care card", (line, message) => problems.Error(path, line, message));
                CheckName(box, BoxKind.Figure, figures, "figure", (line, message) => problems.Error(path, line, message));
            }

            foreach (var box in boxes.Where(box => BoxKind.Named(box.Name) is { IsCare: true }).GroupBy(box => box.Argument).SelectMany(group => group.Skip(1)))
            {
                problems.Warning(path, box.Line, $"the care card {box.Argument} stands here a second time; once on a page is enough");
            }
        }

        foreach (var card in content.CareCards)
        {
            foreach (var box in card.Outline.Boxes)
            {
                problems.Error(card.Path, box.Line, $"a care card holds no blocks; write the text of :::{box.Name} plainly");
            }
        }

        foreach (var (path, outline) in content.Suggestions)
        {
            foreach (var box in outline.Boxes)
            {
                problems.Error(path, box.Line, $"a suggestion holds no blocks; write the text of :::{box.Name} plainly");
            }
        }
    }

    private static void CheckBox(PlacedBox box, Action<int, string> error)
    {
        if (BoxKind.Named(box.Name) is not { } kind)
        {
            error(box.Line, box.Name.Length == 0
                ? "this line of colons opens no block; write a name after it, like :::unknown, or take it out"
                : $"there is no block :::{box.Name}{NearestName.Hint(box.Name, BoxKind.All.Select(known => known.Name))}");
        }
        else if (box.Parent?.Name != kind.Inside)
        {
            error(box.Line, Misplaced(box, kind));
        }
        else if (!box.IsClosed)
        {
            error(box.Line, $"the block :::{box.Name} is never closed; write ::: on a line of its own after it");
        }
        else
        {
            CheckWords(box, kind, error);
        }
    }

    private static string Misplaced(PlacedBox box, BoxKind kind) => (kind.Inside, box.Parent) switch
    {
        ({ } inside, _) => $":::{box.Name} stands outside ::::{inside}; put it between ::::{inside} and ::::",
        (null, { Name: BoxKind.TwoViews } parent) => $":::{box.Name} stands inside ::::{BoxKind.TwoViews} of line {parent.Line}; only :::functional and :::gastro may",
        (null, var parent) => $":::{box.Name} stands inside :::{parent?.Name} of line {parent?.Line}; close that block first with ::: on a line of its own",
    };

    private static void CheckWords(PlacedBox box, BoxKind kind, Action<int, string> error)
    {
        switch (kind.Argument)
        {
            case BoxArgument.Title or BoxArgument.Id when box.Argument.Length == 0:
                error(box.Line, $":::{box.Name} stands alone; write {(kind.Argument == BoxArgument.Id ? "an id" : "its title")} after it");
                break;
            case BoxArgument.None when box.Argument.Length > 0:
                error(box.Line, $":::{box.Name} takes no words (\"{box.Argument}\"); the site writes its heading");
                break;
            case BoxArgument.Id when kind.IsCare && !box.IsEmpty:
                error(box.Line, "a care block holds no text of its own; the card brings it");
                break;
            case BoxArgument.Id when !kind.IsCare && box.IsEmpty:
                error(box.Line, $"the figure {box.Argument} has no caption; write below :::{box.Name} what it shows, in a sentence");
                break;
            case not BoxArgument.Id when box.IsEmpty:
                error(box.Line, $":::{box.Name} is empty; write its text, or take it out");
                break;
            default:
                break;
        }
    }

    private static void CheckName(PlacedBox box, BoxKind kind, IReadOnlyList<string> known, string what, Action<int, string> error)
    {
        if (box.Name == kind.Name && box.Argument.Length > 0 && !known.Contains(box.Argument))
        {
            error(box.Line, $"there is no {what} \"{box.Argument}\"{NearestName.Hint(box.Argument, known)}");
        }
    }
}
