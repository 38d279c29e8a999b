using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>The database. Times are UTC ticks: SQLite orders numbers, not offsets.</summary>
public class GutGuideDbContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<RulesetRow> Rulesets => Set<RulesetRow>();

    internal DbSet<SuggestionRow> Suggestions => Set<SuggestionRow>();

    internal DbSet<RuleRow> Rules => Set<RuleRow>();

    internal DbSet<ConsultationRow> Consultations => Set<ConsultationRow>();

    internal DbSet<BrowserRow> Browsers => Set<BrowserRow>();

    internal DbSet<DailyCountRow> DailyCounts => Set<DailyCountRow>();

    /// <summary>Whether the driver's pool keeps statements prepared, so that nobody has to hold a connection for that.</summary>
    internal virtual bool PoolKeepsStatements => false;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RulesetRow>(ruleset =>
        {
            ruleset.HasKey(row => row.Hash);
            ruleset.Property(row => row.Hash).HasMaxLength(64);
        });
        modelBuilder.Entity<SuggestionRow>(suggestion =>
        {
            suggestion.HasKey(row => new { row.RulesetHash, row.Id });
            suggestion.HasOne<RulesetRow>().WithMany().HasForeignKey(row => row.RulesetHash);
            suggestion.HasIndex(row => new { row.RulesetHash, row.Phase });
        });
        modelBuilder.Entity<RuleRow>(rule =>
        {
            rule.HasKey(row => new { row.RulesetHash, row.Kind, row.Number });
            rule.HasOne<RulesetRow>().WithMany().HasForeignKey(row => row.RulesetHash);
        });
        modelBuilder.Entity<ConsultationRow>(consultation =>
        {
            consultation.HasKey(row => row.Id);
            consultation.HasIndex(row => row.ResumeHash).IsUnique();
            consultation.HasIndex(row => row.ExpiresAtTicks);
        });
        modelBuilder.Entity<BrowserRow>(browser =>
        {
            browser.HasKey(row => row.TokenHash);

            // Whatever deletes a consultation takes every way to it along.
            browser.HasOne<ConsultationRow>().WithMany().HasForeignKey(row => row.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DailyCountRow>(count => count.HasKey(row => new { row.Day, row.What }));
    }
}
