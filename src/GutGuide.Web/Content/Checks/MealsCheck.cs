using GutGuide.Core.Meals;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>
/// Meals use known words, say all that is in them, and the rules about them name answers that can be given. A tag that is
/// missing would show a meal to somebody who must not eat it.
/// </summary>
internal sealed class MealsCheck : IContentCheck
{
    private const int LongestMinutes = 240;
    private const int MostServes = 12;

    public void Check(ContentModel content, ContentProblems problems)
    {
        CheckRules(content, problems);
        foreach (var twice in content.Meals.Where(meal => meal.Meal.Title.Length > 0)
            .GroupBy(meal => meal.Meal.Title, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1)))
        {
            problems.Error(twice.Path, twice.Keys.LineOfKey("title"), $"the title \"{twice.Meal.Title}\" is that of another meal; give each its own");
        }

        if (problems.IsUnread(MealRulesReader.File))
        {
            return;
        }

        foreach (var meal in content.Meals)
        {
            CheckMeal(meal, content.MealRules.Rules, problems);
        }
    }

    private static void CheckMeal(MealFile file, MealRules rules, ContentProblems problems)
    {
        var (meal, keys) = (file.Meal, file.Keys);
        CheckNames(file, "contains", meal.Contains, rules.Tags.Select(tag => tag.Id), problems);
        CheckNames(file, "suits", meal.Suits, rules.Suits.Select(word => word.Id), problems);
        CheckAmount(file, "minutes", meal.Minutes, LongestMinutes, problems);
        CheckAmount(file, "serves", meal.Serves, MostServes, problems);
        foreach (var group in meal.Shopping)
        {
            var line = file.Shopping?.LineOfKey(group.Group) ?? 0;
            if (rules.Groups.All(known => known.Id != group.Group))
            {
                problems.Error(file.Path, line, $"\"{group.Group}\" is no part of the store{NearestName.Hint(group.Group, rules.Groups.Select(known => known.Id))}");
            }

            if (group.Items.Count == 0)
            {
                problems.Error(file.Path, line, $"\"{group.Group}\" has nothing to buy; write a list, or take it out");
            }
        }

        if (meal.Shopping.Count == 0 && keys.Has("shopping"))
        {
            problems.Error(file.Path, keys.LineOfKey("shopping"), "\"shopping\" is empty; write what to buy by part of the store");
        }

        if (!file.Outline.HasText || string.IsNullOrWhiteSpace(meal.MethodHtml))
        {
            problems.Error(file.Path, 0, "the meal has no method; write in two to six sentences how it is made, below the front matter");
        }

        if (meal.SwapsHtml is null)
        {
            problems.Error(file.Path, 0, "the meal has no swaps; end it with a paragraph that begins with \"Swaps:\"");
        }

        CheckTags(file, rules, problems);
    }

    private static void CheckTags(MealFile file, MealRules rules, ContentProblems problems)
    {
        var meal = file.Meal;
        var line = file.Keys.LineOfKey("contains");
        foreach (var tag in rules.Tags.Where(tag => meal.Contains.Contains(tag.Id)))
        {
            foreach (var implied in tag.Implies.Where(implied => !meal.Contains.Contains(implied)))
            {
                problems.Error(file.Path, line, $"\"contains\" has {tag.Id} and not {implied}, which goes with it; add {implied}");
            }
        }

        foreach (var tag in rules.Tags.Where(tag => !meal.Contains.Contains(tag.Id)))
        {
            foreach (var item in meal.Shopping.SelectMany(group => group.Items).Where(item => FoodWords.In(item, tag.Words) is not null && FoodWords.In(item, tag.Unless) is null))
            {
                problems.Error(file.Path, line, $"\"shopping\" names \"{item}\", and \"contains\" does not have {tag.Id}; add {tag.Id}, or name what to buy more exactly");
            }
        }
    }

    private static void CheckNames(MealFile file, string key, IReadOnlyList<string> names, IEnumerable<string> known, ContentProblems problems)
    {
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            problems.Error(file.Path, file.Keys.LineOfKey(key), $"\"{key}\" has \"{name}\", which {MealRulesReader.File} does not know{NearestName.Hint(name, known)}");
        }
    }

    private static void CheckAmount(MealFile file, string key, int amount, int most, ContentProblems problems)
    {
        if (file.Keys.Has(key) && (amount < 1 || amount > most))
        {
            problems.Error(file.Path, file.Keys.LineOfKey(key), $"\"{key}\" is {amount}; write a whole number from 1 to {most}");
        }
    }

    private static void CheckRules(ContentModel content, ContentProblems problems)
    {
        var (rules, triggers, tags, suits) = content.MealRules;
        var questionnaire = content.Ruleset.Questionnaire;
        CheckNamed(tags, [.. rules.Tags.Select(tag => tag.Id)], "tag", problems);
        CheckNamed(suits, [.. rules.Suits.Select(word => word.Id)], "word under \"suits\"", problems);
        foreach (var id in rules.Tags.Select(tag => tag.Id).Concat(rules.Suits.Select(word => word.Id)).Concat(rules.Groups.Select(word => word.Id)).GroupBy(id => id).Where(group => group.Count() > 1))
        {
            problems.Error($"content/{MealRulesReader.File}", 0, $"the id {id.Key} stands here a second time; give it another");
        }

        if (!questionnaire.Items.Any() || problems.IsUnread("consultation/questionnaire.yaml") || problems.IsUnread("consultation/states.yaml"))
        {
            return;
        }

        var states = content.Ruleset.States.Select(state => state.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (trigger, path, line) in triggers)
        {
            foreach (var (linkId, codes) in trigger.Answers)
            {
                CheckAnswers(questionnaire, linkId, codes, path, line, problems);
            }

            foreach (var state in trigger.States.Where(state => !states.Contains(state)))
            {
                problems.Error(path, line, $"there is no state \"{state}\"{NearestName.Hint(state, states)}");
            }
        }
    }

    private static void CheckAnswers(Questionnaire questionnaire, string linkId, IReadOnlyList<string> codes, string path, int line, ContentProblems problems)
    {
        if (questionnaire.Items.FirstOrDefault(item => item.LinkId == linkId) is not { } item)
        {
            problems.Error(path, line, $"there is no question \"{linkId}\"{NearestName.Hint(linkId, questionnaire.Items.Select(known => known.LinkId))}");
            return;
        }

        foreach (var code in codes.Where(code => item.Option(code) is null))
        {
            problems.Error(path, line, $"the question {linkId} has no answer \"{code}\"{NearestName.Hint(code, item.Options.Select(option => option.Code))}");
        }
    }

    private static void CheckNamed(IReadOnlyList<Listed<string>> named, IReadOnlyList<string> known, string what, ContentProblems problems)
    {
        foreach (var (name, path, line) in named.Where(name => !known.Contains(name.Value)))
        {
            problems.Error(path, line, $"there is no {what} \"{name}\"{NearestName.Hint(name, known)}");
        }
    }
}
