using System.Globalization;
using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Operating;

/// <summary>What the Dockerfile and the systemd unit say of the site, held to the site.</summary>
public sealed partial class DeploymentTests
{
    private const string PublishCommand = "dotnet publish src/GutGuide.Web -c Release -r linux-x64 -o";

    private static readonly string Root = Path.GetDirectoryName(ShippedContent.Directory)!;
    private static readonly string Dockerfile = Read("Dockerfile");
    private static readonly string Unit = Read("gutguide.service");

    [Theory]
    [InlineData("Dockerfile", "/app/")]
    [InlineData("gutguide.service", "/opt/gutguide/")]
    public void What_is_started_is_what_the_operating_page_publishes(string name, string folder)
    {
        var deployment = Read(name);
        var assembly = $"{typeof(Program).Assembly.GetName().Name}.dll";

        Assert.Contains(PublishCommand, File.ReadAllText(Path.Combine(Root, "docs", "operating.md")), StringComparison.Ordinal);
        Assert.Contains($"{PublishCommand} {folder.TrimEnd('/')}", deployment, StringComparison.Ordinal);
        Assert.Contains($"GutGuide__ContentDirectory={folder}content", deployment, StringComparison.Ordinal);
        Assert.True(
            deployment.Contains($"ENTRYPOINT [\"dotnet\", \"{assembly}\"]", StringComparison.Ordinal) || deployment.Contains($"ExecStart=/usr/bin/dotnet {folder}{assembly}\n", StringComparison.Ordinal),
            $"{name} does not start {folder}{assembly}.");
    }

    [Fact]
    public void The_image_is_chiselled_and_of_the_framework_that_the_site_is_built_for()
    {
        var framework = Regex.Match(File.ReadAllText(Path.Combine(Root, "Directory.Build.props")), @"<TargetFramework>net([\d.]+)<").Groups[1].Value;

        Assert.Contains($"SDK=.../dotnet/sdk:{framework} ", Dockerfile, StringComparison.Ordinal);
        Assert.Matches($@"RUNTIME=\.\.\./dotnet/aspnet:{Regex.Escape(framework)}-\w+-chiseled ", Dockerfile);
    }

    [Fact]
    public void The_container_is_not_root_and_its_user_owns_the_data_folder_alone()
    {
        var user = Instruction("USER");

        Assert.True(int.Parse(user, CultureInfo.InvariantCulture) > 0);
        Assert.Contains($"--chown={user}:{user} /data /data", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("chmod 700 /data", Dockerfile, StringComparison.Ordinal);
        Assert.Equal("/data", Instruction("VOLUME"));
        Assert.Contains("GutGuide__DataDirectory=/data", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_container_listens_where_its_port_is_opened()
    {
        var port = Instruction("EXPOSE");

        Assert.Contains($"Urls=http://0.0.0.0:{port}", Dockerfile, StringComparison.Ordinal);
        Assert.Contains($":{port} ", CommentRun().Match(Dockerfile).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_the_image_is_built_from_is_kept_out_of_it()
    {
        var ignored = File.ReadAllLines(Path.Combine(Root, ".dockerignore"));

        Assert.DoesNotContain("src", ignored);
        Assert.DoesNotContain("content", ignored);
        Assert.Contains("tests/*", ignored);
        Assert.Contains("!tests/cases", ignored);
        Assert.Contains("data", ignored);
    }

    [Fact]
    public void The_unit_runs_as_a_user_of_its_own_that_may_write_its_data_folder_and_nothing_else()
    {
        Assert.Contains("\nUser=gutguide\n", Unit, StringComparison.Ordinal);
        Assert.Contains("\nProtectSystem=strict\n", Unit, StringComparison.Ordinal);
        Assert.Contains("\nStateDirectory=gutguide\nStateDirectoryMode=0700\nUMask=0077\n", Unit, StringComparison.Ordinal);
        Assert.Contains("GutGuide__DataDirectory=/var/lib/gutguide\n", Unit, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadWritePaths", Unit, StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Root, "deploy", name));

    private static string Instruction(string name) => Regex.Match(Dockerfile, $@"^{name} (.+)$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex("^# Run: .*$", RegexOptions.Multiline)]
    private static partial Regex CommentRun();
}
