namespace GutGuide.BrowserTests.Hosting;

/// <summary>Tests of the consultation, one after the other on one site.</summary>
[CollectionDefinition(Name)]
public sealed class ConsultationStage : ICollectionFixture<Stage>
{
    public const string Name = "Consultation";
}

/// <summary>Tests of pages as they stand: reading, reflow, accessibility.</summary>
[CollectionDefinition(Name)]
public sealed class PagesStage : ICollectionFixture<Stage>
{
    public const string Name = "Pages";
}
