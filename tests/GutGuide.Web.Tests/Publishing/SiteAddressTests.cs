using GutGuide.Web.Settings;

namespace GutGuide.Web.Tests.Publishing;

public class SiteAddressTests
{
    [Theory]
    [InlineData(null, "http://localhost:5080/learn")]
    [InlineData("https://gut.test", "https://gut.test/learn")]
    [InlineData("https://gut.test/", "https://gut.test/learn")]
    public void Whole_addresses_come_from_the_setting(string? setting, string expected)
    {
        var address = SiteAddress.FromSetting(setting).Of("/learn");

        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData("gut.test")]
    [InlineData("ftp://gut.test")]
    [InlineData("https://gut.test/guide")]
    [InlineData("https://gut.test/?from=here")]
    [InlineData("https://me@gut.test")]
    public void A_setting_that_is_no_web_address_stops_the_start(string setting)
    {
        var fault = Assert.Throws<SettingException>(() => SiteAddress.FromSetting(setting));

        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }
}
