using GutGuide.Web.Publishing;

namespace GutGuide.Web.Tests.Publishing;

public class EntityTagTests
{
    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", \"a\"", true)]
    [InlineData("\"b\",W/\"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"b\"", false)]
    [InlineData("a", false)]
    [InlineData("\"A\"", false)]
    [InlineData("", false)]
    public void If_none_match_is_compared_weakly(string header, bool expected)
    {
        var matches = EntityTag.Matches(header, "\"a\"");

        Assert.Equal(expected, matches);
    }

    [Fact]
    public void Other_bytes_have_another_tag()
    {
        var one = EntityTag.Of("one"u8);
        var other = EntityTag.Of("other"u8);

        Assert.NotEqual(one, other);
    }
}
