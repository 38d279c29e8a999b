namespace GutGuide.Web.Features.FollowUp;

/// <summary>Addresses of what follows a result. A day may stand in one; what a person said of it never does.</summary>
public static class FollowUpAddresses
{
    public const string Diary = "/consultation/diary";
    public const string Progress = "/consultation/progress";
    public const string DiaryCsv = "/consultation/diary.csv";
    public const string PaperDiary = "/consultation/diary/paper";

    public static string DiaryOf(DateOnly day) => $"{Diary}?day={DayForm.Written(day)}";
}
