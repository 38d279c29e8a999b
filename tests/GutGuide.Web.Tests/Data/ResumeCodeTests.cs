using GutGuide.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Tests.Data;

public sealed class ResumeCodeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Rules = "hash";

    [Fact]
    public void A_code_holds_at_least_sixty_random_bits_and_no_look_alikes()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ResumeCode.New()).ToArray();

        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", code));
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.Equal(32, codes.SelectMany(code => code).Distinct().Count());
    }

    [Theory]
    [InlineData("7K2M-9PQR-0123-ABCD")]
    [InlineData("7k2m 9pqr o1l3 abcd", "7K2M9PQR0113ABCD")]
    [InlineData("7K2M9PQRO123ABCD")]
    [InlineData("  7k2m–9pqr–oi23–abcd. ")]
    public void A_code_may_be_typed_in_many_ways(string typed, string read = "7K2M9PQR0123ABCD")
    {
        Assert.Equal(read, ResumeCode.Read(typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K2M-9PQR-0123-ABC")]
    [InlineData("7K2M-9PQR-0123-ABCDE")]
    [InlineData("UUUU-UUUU-UUUU-UUUU")]
    [InlineData("' OR 1=1 --")]
    public void What_cannot_be_a_code_is_none(string? typed)
    {
        Assert.Null(ResumeCode.Read(typed));
    }

    [Fact]
    public void A_code_is_shown_in_groups()
    {
        Assert.Equal("7K2M-9PQR-0123-ABCD", ResumeCode.InGroups("7K2M9PQR0123ABCD"));
    }

    [Fact]
    public async Task A_code_opens_the_consultation_to_one_more_browser_and_the_first_one_keeps_it()
    {
        var (started, first) = await database.Consultations.StartAsync(Rules);
        var code = await database.Holders.MakeCodeAsync(started.Id);

        var resumed = await database.Holders.ResumeAsync(code!);

        Assert.Equal(started.Id, (await database.Holders.FindByTokenAsync(resumed!.Value.Token))?.Id);
        Assert.Equal(started.Id, (await database.Holders.FindByTokenAsync(first))?.Id);
    }

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_one_before()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);
        var old = await database.Holders.MakeCodeAsync(started.Id);

        await database.Holders.MakeCodeAsync(started.Id);

        Assert.Null(await database.Holders.ResumeAsync(old!));
    }

    [Fact]
    public async Task After_forgetting_neither_code_nor_token_finds_anything_and_no_row_is_left()
    {
        var (started, first) = await database.Consultations.StartAsync(Rules);
        var code = await database.Holders.MakeCodeAsync(started.Id);
        var resumed = await database.Holders.ResumeAsync(code!);

        await database.Consultations.ForgetAsync(started.Id);

        Assert.Null(await database.Holders.ResumeAsync(code!));
        Assert.Null(await database.Holders.FindByTokenAsync(first));
        Assert.Null(await database.Holders.FindByTokenAsync(resumed!.Value.Token));
        await using var db = database.CreateDbContext();
        Assert.False(await db.Browsers.AnyAsync(browser => browser.ConsultationId == started.Id));
    }

    [Fact]
    public async Task The_code_itself_stands_nowhere_in_the_database_files()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);

        var code = await database.Holders.MakeCodeAsync(started.Id);

        foreach (var file in Directory.EnumerateFiles(database.Folder.Path, "gutguide.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.DoesNotContain(code!, System.Text.Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_code_is_made_for_a_consultation_that_is_gone()
    {
        Assert.Null(await database.Holders.MakeCodeAsync(Guid.NewGuid()));
    }
}
