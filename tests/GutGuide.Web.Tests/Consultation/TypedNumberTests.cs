using CsCheck;
using GutGuide.Web.Features.Consultation;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Ages, heights and weights as people type them.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("35", "years", 35)]
    [InlineData(" 35 years ", "years", 35)]
    [InlineData("35 years old", "years", 35)]
    [InlineData("35yo", "years", 35)]
    [InlineData("35,5", "years", 35)]
    [InlineData("３５", "years", 35)]
    [InlineData("٣٥", "years", 35)]
    [InlineData("about 35", "years", 35)]
    [InlineData("154 lb", "pounds", 154)]
    [InlineData("154lbs.", "pounds", 154)]
    [InlineData("154,6", "pounds", 154)]
    [InlineData("70 kg", "pounds", 154)]
    [InlineData("11 st 4", "pounds", 158)]
    [InlineData("70 kg", "kg", 70)]
    [InlineData("70.5 Kilos", "kg", 70)]
    [InlineData("154 lb", "kg", 69)]
    [InlineData("11 stone 4 pounds", "kg", 71)]
    [InlineData("178 cm", "cm", 178)]
    [InlineData("177,5", "cm", 178)]
    [InlineData("1,78", "cm", 178)]
    [InlineData("1.78 m", "cm", 178)]
    [InlineData("1 m 78", "cm", 178)]
    [InlineData("5 ft 10", "cm", 178)]
    [InlineData("10 in", "inches", 10)]
    public void A_number_is_read_as_it_is_typed(string typed, string unit, int number)
    {
        Assert.Equal(new TypedNumber(number), TypedNumber.Read(typed, unit));
    }

    [Theory]
    [InlineData("5", null)]
    [InlineData("5 feet", null)]
    [InlineData("5 ft 10", 10)]
    [InlineData("5'10", 10)]
    [InlineData("5'10\"", 10)]
    [InlineData("5’10”", 10)]
    [InlineData("5′10″", 10)]
    [InlineData("5' 10''", 10)]
    [InlineData("５ ｆｔ １０", 10)]
    [InlineData("5 feet and 10 inches", 10)]
    [InlineData("5 10", 10)]
    [InlineData("70 in", 10)]
    [InlineData("178 cm", 11)]
    [InlineData("1,77 m", 10)]
    public void Feet_and_inches_fit_in_one_field(string typed, int? inches)
    {
        Assert.Equal(new TypedNumber(5, inches), TypedNumber.Read(typed, "feet"));
    }

    [Theory]
    [InlineData("", "years")]
    [InlineData("thirty-five", "years")]
    [InlineData("35 kg", "years")]
    [InlineData("35 36", "years")]
    [InlineData("30-40", "years")]
    [InlineData("5.10", "feet")]
    [InlineData("10 in 5 ft", "feet")]
    [InlineData("70 cm", "kg")]
    [InlineData("70 kg 80 kg", "kg")]
    [InlineData("1234567890123", "kg")]
    [InlineData("42.5", null)]
    [InlineData("42 of them", null)]
    public void What_cannot_be_one_amount_is_not_guessed_at(string typed, string? unit)
    {
        Assert.Null(TypedNumber.Read(typed, unit));
    }

    [Fact]
    public void A_whole_number_means_itself_in_any_field_with_or_without_the_fields_own_unit()
    {
        Gen.Select(Gen.Int[3, 999], OneOf("years", "feet", "inches", "pounds", "cm", "kg"), OneOf("", " ", "\u00a0")).Sample((number, unit, space) =>
        {
            Assert.Equal(number, TypedNumber.Read($"{number}", unit)?.Number);
            Assert.Equal(number, TypedNumber.Read($"{space}{number}{space}{unit}{space}", unit)?.Number);
        });
    }

    [Fact]
    public void Whatever_is_typed_gives_a_number_or_nothing_and_never_a_fault()
    {
        var piece = Gen.OneOf(OneOf("5", "10", "1,78", " ", "ft", "'", "\"", "kg", "lb", "st", "m", "cm", "years", "-", ".", "９", "٣", "99999999999"), Gen.String);

        Gen.Select(piece.Array[0, 6], OneOf("years", "feet", "inches", "pounds", "cm", "kg", "cups", null)).Sample((pieces, unit) =>
        {
            var read = TypedNumber.Read(string.Concat(pieces), unit);
            Assert.True(read?.Inches is null or (>= 0 and < 12));
        });
    }

    [Fact]
    public void Rounding_makes_nobody_shorter_or_heavier()
    {
        Gen.Select(Gen.Decimal[120, 220], Gen.Decimal[30, 250]).Sample((height, weight) =>
        {
            Assert.True(TypedNumber.Read($"{decimal.Round(height, 1):0.0}", "cm")!.Number >= decimal.Round(height, 1));
            Assert.True(TypedNumber.Read($"{decimal.Round(weight, 1):0.0} kg", "kg")!.Number <= decimal.Round(weight, 1));
        });
    }

    private static Gen<string> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]!);
}
