using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Law;

public class FingerprintTests
{
    [Fact]
    public void The_same_provisions_have_the_same_fingerprint_in_any_order()
    {
        var manual = Folder.Law.ManualOn(Folder.Day("2013-11-01"));

        Assert.Equal(LawText.Fingerprint(manual.Provisions), LawText.Fingerprint(manual.Provisions.Reverse()));
        Assert.Equal(
            LawText.Fingerprint(manual.Provisions),
            LawText.Fingerprint(Elements.Read(LawFiles.Embedded()).ManualOn(Folder.Day("2013-11-01")).Provisions)
        );
        Assert.Matches("^[0-9a-f]{64}$", LawText.Fingerprint(manual.Provisions));
    }

    [Theory]
    [InlineData("law/guidelines/ch2/2d1.1/drug-quantity-table.2010-11-01.csv", "38,heroin,30000,,g", "38,heroin,30001,,g")]
    [InlineData("law/guidelines/ch2/2d1.1/drug-equivalencies.csv", "cocaine,stimulant,gm,200,", "cocaine,stimulant,gm,201,")]
    [InlineData("law/guidelines/ch4/4a1.1/status-points.yaml", "citation: USSG §4A1.1(d)", "citation: USSG §4A1.1(f)")]
    public void Another_number_or_another_citation_is_another_fingerprint(string path, string text, string planted)
    {
        var other = Elements.Read(Folder.With(path, text, planted)).ManualOn(Folder.Day("2013-11-01"));

        Assert.NotEqual(
            LawText.Fingerprint(Folder.Law.ManualOn(Folder.Day("2013-11-01")).Provisions),
            LawText.Fingerprint(other.Provisions)
        );
    }

    [Fact]
    public void Trailing_zeros_do_not_change_the_fingerprint()
    {
        var other = Elements
            .Read(Folder.With("law/guidelines/ch2/2d1.1/drug-quantity-table.2010-11-01.csv", "38,heroin,30000,,g", "38,heroin,30000.00,,g"))
            .ManualOn(Folder.Day("2013-11-01"));

        Assert.Equal(LawText.Fingerprint(Folder.Law.ManualOn(Folder.Day("2013-11-01")).Provisions), LawText.Fingerprint(other.Provisions));
    }
}
