using System.Net;
using System.Text.RegularExpressions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Cases;
using GutGuide.Web.Content;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Editing.Desk;
using GutGuide.Web.Features.Editing.Desk.Serving;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Editing;

/// <summary>A site over a copy of the small content folder, with a draft, and an editor who has come in.</summary>
public sealed partial class Desk : IDisposable
{
    private const string Secret = "a long secret for editors";

    private readonly SiteFactory _site = new();
    private readonly SampleContent _content = new();
    private FormVisitor? _editor;

    public Desk()
    {
        _site.Settings[EditorAccess.Setting] = Secret;
        _site.Settings[ContentDirectory.Setting] = _content.Root;
        _content.Write("articles/sketch.md", _content.Text("articles/sleep.md").Replace("title: Sleep and the gut", "title: A sketch of a page\ndraft: true", StringComparison.Ordinal).Replace("order: 20", "order: 30", StringComparison.Ordinal));
    }

    public Ruleset Ruleset => _site.Services.GetRequiredService<LiveContent>().Current.Ruleset;

    internal SampleContent Content => _content;

    /// <summary>Fields of a form that nobody sees, but for its token.</summary>
    public static (string Name, string Value)[] HiddenOf(string page) =>
    [
        .. HiddenField().Matches(page)
            .Select(field => (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)),
    ];

    public async Task<FormVisitor> OpenAsync(string address)
    {
        if (_editor is null)
        {
            _editor = new FormVisitor(_site.Visitor());
            await _editor.OpenAsync(EditorEndpoints.Home);
            await _editor.SendAsync(EditorEndpoints.Enter, (EditorEndpoints.SecretField, Secret));
        }

        return await _editor.OpenAsync(address);
    }

    /// <summary>The calmest answers to the questions that a page asks.</summary>
    public (string Name, string Value)[] CalmAnswersOf(string page)
    {
        var calm = new CalmPerson(Ruleset).Saying(Answers.None);
        return
        [
            .. Ruleset.Questionnaire.Items
                .Where(item => page.Contains($"name=\"{item.LinkId}\"", StringComparison.Ordinal) && calm[item.LinkId] is not null)
                .SelectMany(item => calm[item.LinkId] is { Number: null } answer ? answer.Codes.Select(code => (item.LinkId, code)) : [(item.LinkId, calm[item.LinkId]!.ToString())]),
        ];
    }

    public int Consultations()
    {
        using var database = _site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContext();
        return database.Consultations.Count();
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
