using System.Text.Json;
using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Operating;

/// <summary>The table of settings in docs/operating.md is what the code reads.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly string Root = Path.GetDirectoryName(ShippedContent.Directory)!;
    private static readonly Dictionary<string, string> Table = SettingRow().Matches(File.ReadAllText(Path.Combine(Root, "docs", "operating.md")))
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim('`', ' '), StringComparer.Ordinal);

    [Fact]
    public void Every_setting_that_the_code_reads_is_in_the_table_and_no_other()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Root, "src", "GutGuide.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ReadSetting().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(read, Table.Keys.Where(name => name.StartsWith("GutGuide:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_defaults_in_the_table_are_those_of_the_settings_file()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "GutGuide.Web", "appsettings.json")));
        var settings = file.RootElement.GetProperty("GutGuide").EnumerateObject().Where(setting => setting.Value.ToString().Length > 0).ToArray();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.Equal(setting.Value.ToString(), Table[$"GutGuide:{setting.Name}"]));
        Assert.Equal(file.RootElement.GetProperty("Urls").GetString(), Table["Urls"]);
    }

    [Theory]
    [InlineData("gutguide.service")]
    [InlineData("Dockerfile")]
    public void Every_setting_of_a_deployment_is_in_the_table(string name)
    {
        var set = DeployedSetting().Matches(File.ReadAllText(Path.Combine(Root, "deploy", name))).Select(match => $"GutGuide:{match.Groups[1].Value}").ToArray();

        Assert.NotEmpty(set);
        Assert.All(set, setting => Assert.Contains(setting, Table.Keys));
    }

    [GeneratedRegex(@"^\| `([A-Za-z]+(?::[A-Za-z]+)?)` \|.*\| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex("\"(GutGuide:[A-Za-z]+)\"")]
    private static partial Regex ReadSetting();

    [GeneratedRegex(@"GutGuide__([A-Za-z]+)=")]
    private static partial Regex DeployedSetting();
}
