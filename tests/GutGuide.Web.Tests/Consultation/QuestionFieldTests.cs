using Bunit;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Consultation;

namespace GutGuide.Web.Tests.Consultation;

public sealed class QuestionFieldTests : BunitContext
{
    private static readonly QuestionnaireItem List = new(
        "pain", "Where does it hurt?", "Choose all that fit.", ItemType.MultipleChoice, true, null, null, null, null, null, null,
        [
            new("left", "Left", null, false, false, []),
            new("right", "Right", null, false, false, []),
            new("none", "None of these", null, true, false, []),
        ]);

    [Fact]
    public void A_lone_question_is_the_heading_of_its_page()
    {
        var field = RenderField(List, isTitle: true);

        Assert.Equal("Where does it hurt?", field.Find("legend h1").TextContent);
    }

    [Fact]
    public void Answers_that_few_need_stand_behind_their_fold_and_are_in_sight_once_chosen()
    {
        var country = List with
        {
            Type = ItemType.Choice,
            Fold = "Another country",
            Options = [new("US", "United States", null, false, false, []), new("UK", "United Kingdom", null, false, false, []) { Folded = true }],
        };

        Assert.Equal("UK", RenderField(country).Find("details:not([open]) input").GetAttribute("value"));
        Assert.Equal("UK", RenderField(country, ["UK"]).Find("details[open] input[checked]").GetAttribute("value"));
    }

    [Fact]
    public void Every_choice_has_a_control_that_a_form_sends()
    {
        var field = RenderField(List);

        Assert.Equal(["left", "right", "none"], field.FindAll("input[type=checkbox][name=pain]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void Choosing_none_of_these_lets_go_of_the_rest()
    {
        IReadOnlyList<string>? chosen = null;
        var field = RenderField(List, ["left"], values => chosen = values);

        field.Find("input[value=none]").Change(true);

        Assert.Equal(["none"], chosen);
    }

    [Fact]
    public void Choosing_something_lets_go_of_none_of_these()
    {
        IReadOnlyList<string>? chosen = null;
        var field = RenderField(List, ["none"], values => chosen = values);

        field.Find("input[value=right]").Change(true);

        Assert.Equal(["right"], chosen);
    }

    [Fact]
    public void A_problem_is_tied_to_the_question()
    {
        var field = Render<QuestionField>(parameters => parameters
            .Add(component => component.Item, List)
            .Add(component => component.Values, [])
            .Add(component => component.Problem, "Please choose all that fit."));

        Assert.Contains("q-pain-problem", field.Find("fieldset").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("Error: Please choose all that fit.", field.Find("#q-pain-problem").TextContent);
    }

    [Fact]
    public void A_question_that_may_be_skipped_says_so()
    {
        var field = RenderField(List with { Required = false });

        Assert.Equal("Choose all that fit. Optional.", field.Find(".field__hint").TextContent);
    }

    private IRenderedComponent<QuestionField> RenderField(
        QuestionnaireItem item, IReadOnlyList<string>? values = null, Action<IReadOnlyList<string>>? changed = null, bool isTitle = false) =>
        Render<QuestionField>(parameters => parameters
            .Add(component => component.Item, item)
            .Add(component => component.Values, values ?? [])
            .Add(component => component.IsTitle, isTitle)
            .Add(component => component.ValuesChanged, given => changed?.Invoke(given)));
}
