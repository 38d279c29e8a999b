using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Features.Editing.Desk.Drawing;

/// <summary>One page of the questionnaire, placed in the picture.</summary>
/// <param name="Row">From 0, in the order of the questionnaire; headings of parts take rows too.</param>
/// <param name="AskedWhen">Null: everybody meets it.</param>
/// <param name="OpenedBy">Ids of the earlier pages whose answers open it.</param>
public sealed record DrawnPage(QuestionnairePage Page, int Row, RuleText? AskedWhen, IReadOnlyList<string> OpenedBy);

/// <summary>A line from a page to one that it opens.</summary>
/// <param name="Lane">From 0: how far right the line runs, so that no two run over each other.</param>
public sealed record DrawnArc(int From, int To, int Lane);

/// <summary>A part of the questionnaire and the row of its heading.</summary>
public sealed record DrawnPart(string Section, int Row);

/// <summary>
/// The questionnaire as a column of pages, with a line at the side from each page to those that its answers open. Lines from one
/// page share a lane.
/// </summary>
public sealed record QuestionnaireDrawing(IReadOnlyList<DrawnPart> Parts, IReadOnlyList<DrawnPage> Pages, IReadOnlyList<DrawnArc> Arcs, int Rows)
{
    public int Lanes => Arcs.Count == 0 ? 0 : Arcs.Max(arc => arc.Lane) + 1;

    public static QuestionnaireDrawing Of(RulesetStudy study)
    {
        var questionnaire = study.Ruleset.Questionnaire;
        var pageOf = questionnaire.Pages.SelectMany(page => page.Items.Select(item => (item.LinkId, page.Id))).ToDictionary(StringComparer.Ordinal);
        var parts = new List<DrawnPart>();
        var pages = new List<DrawnPage>();
        var row = 0;
        foreach (var page in questionnaire.Pages)
        {
            if (parts.Count == 0 || parts[^1].Section != page.Section)
            {
                parts.Add(new DrawnPart(page.Section, row++));
            }

            pages.Add(new DrawnPage(page, row++, page.EnabledWhen is { } when ? study.Words.Of(when) : null, OpenedBy(study, page, pageOf)));
        }

        return new QuestionnaireDrawing(parts, pages, ArcsOf(pages), row);
    }

    private static string[] OpenedBy(RulesetStudy study, QuestionnairePage page, Dictionary<string, string> pageOf) => page.EnabledWhen is not { } when ? []
        : [.. study.Uses.QuestionsOf(when).Select(linkId => pageOf[linkId]).Where(id => id != page.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Each opening page gets the nearest lane that is free from its own row down to the last page it opens.</summary>
    private static DrawnArc[] ArcsOf(IReadOnlyList<DrawnPage> pages)
    {
        var rowOf = pages.ToDictionary(page => page.Page.Id, page => page.Row, StringComparer.Ordinal);
        var bundles = pages
            .SelectMany(page => page.OpenedBy.Select(id => (From: rowOf[id], To: page.Row)))
            .GroupBy(arc => arc.From, arc => arc.To)
            .OrderBy(bundle => bundle.Max() - bundle.Key)
            .ThenBy(bundle => bundle.Key);
        var lanes = new List<List<(int From, int To)>>();
        var arcs = new List<DrawnArc>();
        foreach (var bundle in bundles)
        {
            var (from, to) = (bundle.Key, bundle.Max());
            var lane = lanes.FindIndex(taken => taken.All(other => to < other.From || from > other.To));
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add([]);
            }

            lanes[lane].Add((from, to));
            arcs.AddRange(bundle.Select(target => new DrawnArc(from, target, lane)));
        }

        return [.. arcs];
    }
}
