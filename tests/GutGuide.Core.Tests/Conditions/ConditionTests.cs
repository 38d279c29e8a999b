using System.Text.Json;
using GutGuide.Core.Conditions;

namespace GutGuide.Core.Tests.Conditions;

public class ConditionTests
{
    private static readonly Condition Pain = Condition.Fact("pain");
    private static readonly Condition Old = Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 40);
    private static readonly Condition Crohn = Condition.State("sp-ibd");

    [Fact]
    public void All_of_one_part_is_that_part() => Assert.Same(Pain, Condition.AllOf(Pain));

    [Fact]
    public void Any_of_one_part_is_that_part() => Assert.Same(Pain, Condition.AnyOf(Pain));

    [Fact]
    public void Comparisons_come_in_reading_order()
    {
        var condition = Condition.AllOf(Pain, Condition.AnyOf(Old, Crohn));

        var comparisons = condition.Comparisons();

        Assert.Equal([Pain, Old, Crohn], comparisons);
    }

    [Fact]
    public void A_condition_survives_being_stored_as_JSON()
    {
        var condition = Condition.AllOf(Pain, Condition.AnyOf(Old, Crohn));

        var stored = JsonSerializer.Serialize(condition);
        var read = JsonSerializer.Deserialize<Condition>(stored);

        Assert.Equal(condition.Comparisons(), read!.Comparisons());
        Assert.Equal(stored, JsonSerializer.Serialize(read));
    }
}
