using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Tests.Publishing;

/// <summary>The files that every page links to, in memory.</summary>
internal sealed class TestWebRoot : IFileProvider
{
    public Dictionary<string, string> Files { get; } = new()
    {
        ["css/site.css"] = "@font-face { src: url(\"../fonts/source-serif-4-600.woff2\") }",
        ["css/result.css"] = ".plan { margin: 0 }",
        ["css/follow-up.css"] = ".day { margin: 0 }",
        ["fonts/source-serif-4-600.woff2"] = "font",
        ["favicon.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
        ["apple-touch-icon.png"] = "touch icon",
        ["social.png"] = "picture",
    };

    public IFileInfo GetFileInfo(string subpath) =>
        Files.TryGetValue(subpath, out var text) ? new TestFile(subpath, text) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class TestFile(string name, string text) : IFileInfo
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => _bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_bytes);
    }
}
