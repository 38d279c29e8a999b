using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;

namespace GutGuide.BrowserTests.Pages;

/// <summary>What the shipped questionnaire asks, so that tests of how its pages behave hold whatever it asks.</summary>
public static class Asked
{
    private static readonly QuestionnairePage[] Pages = [.. Persona.Flow.Pages(Persona.AllWell.Answers())];

    /// <summary>The page that everybody meets first.</summary>
    public static string First => AddressOf(Pages[0]);

    /// <summary>The page that an adult meets next.</summary>
    public static string Second => AddressOf(Pages[1]);

    /// <summary>A page with one list, that has "None of these".</summary>
    public static string Signs => PageOf("now-head");

    /// <summary>A page with a number to type.</summary>
    public static string About => PageOf("age");

    public static QuestionnaireItem Who => Item("who");

    public static QuestionnaireItem Age => Item("age");

    public static QuestionnaireItem Body => Item("body");

    public static string Adult => Words("who", "adult");

    public static string Male => Words("body", "male");

    public static string Confused => Words("now-head", "confused");

    /// <summary>What somebody well meets after a page.</summary>
    public static string After(string address) => AddressOf(Pages[Array.FindIndex(Pages, page => AddressOf(page) == address) + 1]);

    private static string PageOf(string linkId) => AddressOf(Pages.Single(page => page.Items.Any(item => item.LinkId == linkId)));

    private static string AddressOf(QuestionnairePage page) => $"/consultation/q/{page.Id}";

    private static QuestionnaireItem Item(string linkId) => ShippedContent.Ruleset.Questionnaire.Items.Single(item => item.LinkId == linkId);

    private static string Words(string linkId, string code) => Item(linkId).Option(code)!.Display;
}
