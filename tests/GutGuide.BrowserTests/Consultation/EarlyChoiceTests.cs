using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>What stands in a form before its page is live still stands there afterwards, and is what is saved.</summary>
[Collection(ConsultationStage.Name)]
public sealed class EarlyChoiceTests(Stage stage)
{
    // One of each kind, with the value it is given and the value that it shows at first.
    private const string EveryKind = """
        () => {
            const form = document.querySelector("form[data-page]");
            const more = document.createElement("div");
            more.innerHTML = `
                <input type="text" name="k-text" value="a"><input type="number" name="k-number" value="1">
                <input type="checkbox" name="k-box" value="x"><input type="checkbox" name="k-box" value="y" checked>
                <input type="radio" name="k-radio" value="x" checked><input type="radio" name="k-radio" value="y">
                <select name="k-select"><option>a</option><option>b</option></select>
                <select name="k-many" multiple><option selected>a</option><option>b</option><option>c</option></select>
                <textarea name="k-area">a</textarea>
                <input type="text" name="k-twice" value=""><input type="text" name="k-twice" value="">`;
            form.prepend(more);
            window.asServed = form.cloneNode(true);
            const of = (name, place = 0) => form.querySelectorAll(`[name=${name}]`)[place];
            of("k-text").value = "typed"; of("k-number").value = "42"; of("k-area").value = "two\nlines";
            of("k-box").checked = true; of("k-box", 1).checked = false; of("k-radio", 1).checked = true;
            of("k-select").value = "b"; of("k-many").options[0].selected = false; of("k-many").options[2].selected = true;
            of("k-twice", 1).value = "second";
        }
        """;

    private const string Replaced = """
        () => {
            window.told = 0;
            addEventListener("input", () => window.told++);
            document.querySelector("form[data-page]").replaceWith(window.asServed);
        }
        """;

    private const string Standing = """
        () => {
            const standing = [...new FormData(document.querySelector("form[data-page]"))];
            return new URLSearchParams(standing.filter(([name]) => name.startsWith("k-"))).toString();
        }
        """;

    private static Persona TwoSigns => Persona.AllWell.Saying("now-head", "headache", "chest");

    [Fact]
    public Task A_ticked_sign_stays_ticked_and_is_saved() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.WalkToAsync(Asked.Signs);
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.Signs);
        await Box(visitor, "chest").CheckAsync();

        script.SetResult();
        await visitor.SettleAsync();

        await Expect(Box(visitor, "chest")).ToBeCheckedAsync();
        await Box(visitor, "headache").CheckAsync();
        await question.ContinueAsync();
        Assert.Equal(ResultPage.Path, visitor.Address);
        await visitor.OpenAsync(Asked.Signs);
        await Expect(Box(visitor, "chest")).ToBeCheckedAsync();
        await Expect(Box(visitor, "headache")).ToBeCheckedAsync();
    });

    [Fact]
    public Task A_sign_that_was_unticked_stays_so() => stage.VisitAsync(TwoSigns, async visitor =>
    {
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.Signs);
        await Box(visitor, "headache").UncheckAsync();

        script.SetResult();
        await visitor.SettleAsync();

        await Expect(Box(visitor, "headache")).Not.ToBeCheckedAsync();
        await Expect(Box(visitor, "chest")).ToBeCheckedAsync();
    });

    [Fact]
    public Task A_choice_of_one_and_a_typed_number_stay_and_are_saved() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        var question = new QuestionPage(visitor);
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.About);
        await question.TypeAsync(Asked.Age.Text, "71");
        await question.ChooseAsync(Asked.Male);

        script.SetResult();
        await visitor.SettleAsync();
        await Expect(question.NumberField(Asked.Age.Text)).ToHaveValueAsync("71");
        await Expect(question.Choice(Asked.Male)).ToBeCheckedAsync();
        await question.ContinueAsync();

        await visitor.OpenAsync(Asked.About);
        await Expect(question.NumberField(Asked.Age.Text)).ToHaveValueAsync("71");
        await Expect(question.Choice(Asked.Male)).ToBeCheckedAsync();
    });

    [Fact]
    public Task Every_kind_of_control_is_carried_over_and_told() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        await visitor.Page.RouteAsync("**/_framework/blazor*", route => route.AbortAsync());
        await visitor.OpenBeforeItIsLiveAsync(Asked.Signs);
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.Page.EvaluateAsync(EveryKind);
        var before = await visitor.Page.EvaluateAsync<string>(Standing);

        await visitor.Page.EvaluateAsync(Replaced);
        await visitor.Page.WaitForFunctionAsync("() => window.told > 0");

        Assert.Equal(before, await visitor.Page.EvaluateAsync<string>(Standing));
        Assert.Contains("k-many=c", before, StringComparison.Ordinal);
        Assert.Contains("k-twice=second", before, StringComparison.Ordinal);
    });

    [Fact]
    public Task What_the_browser_put_back_stays() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        var question = new QuestionPage(visitor);
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.About);

        // After "back", a reload or a reopened tab, and when it fills in what it knows, a browser says nothing of it.
        await question.NumberField(Asked.Age.Text).EvaluateAsync("field => field.value = '71'");
        await question.Choice(Asked.Male).EvaluateAsync("choice => choice.checked = true");

        script.SetResult();
        await visitor.SettleAsync();

        await Expect(question.NumberField(Asked.Age.Text)).ToHaveValueAsync("71");
        await Expect(question.Choice(Asked.Male)).ToBeCheckedAsync();
    });

    [Fact]
    public Task The_focus_stays_where_it_was() => stage.VisitAsync(Persona.AllWell, async visitor =>
    {
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.Signs);
        await Box(visitor, "chest").FocusAsync();

        script.SetResult();
        await visitor.SettleAsync();

        await Expect(Box(visitor, "chest")).ToBeFocusedAsync();
    });

    [Fact]
    public Task What_is_sent_before_the_page_is_live_is_saved() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.WalkToAsync(Asked.Signs);
        var script = await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.Signs);
        await Box(visitor, "chest").CheckAsync();

        var sent = question.ContinueAsync();
        script.SetResult();
        await sent;

        Assert.Equal(ResultPage.Path, visitor.Address);
    });

    private static Microsoft.Playwright.ILocator Box(Visitor visitor, string code) => visitor.Page.Locator($"input[value={code}]");
}
