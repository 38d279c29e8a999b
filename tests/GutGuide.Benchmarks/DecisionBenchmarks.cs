using BenchmarkDotNet.Attributes;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Benchmarks;

/// <summary>One decision by the real rules. Goal: below 50 microseconds and 50 KB each.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private DecisionEngine _engine = null!;
    private Answers _healthy = null!;
    private Answers _irritable = null!;
    private Answers _manyConditions = null!;

    [GlobalSetup]
    public void Setup()
    {
        _engine = new DecisionEngine(ShippedContent.Problems.ErrorCount == 0
            ? ShippedContent.Ruleset
            : throw new ContentException(ShippedContent.Problems.All));
        _healthy = People.Healthy(_engine);
        _irritable = People.WithIrritableBowel(_engine);
        _manyConditions = People.WithManyConditions(_engine);
    }

    [Benchmark(Baseline = true)]
    public Decision Healthy_adult() => _engine.Decide(_healthy);

    [Benchmark]
    public Decision Adult_with_an_irritable_bowel() => _engine.Decide(_irritable);

    [Benchmark]
    public Decision Adult_with_many_conditions() => _engine.Decide(_manyConditions);
}
