namespace GutGuide.Web.Tests.Architecture.CycleThere
{
    /// <summary>Uses the other namespace in a method body alone, and only as a type argument.</summary>
    internal static class There
    {
        public static string Go() => string.Concat(Array.Empty<CycleBack.Back>().Select(back => back.ToString()));
    }
}

namespace GutGuide.Web.Tests.Architecture.CycleBack
{
    /// <summary>Uses the other namespace inside a switch, where code is hardest to read.</summary>
    internal sealed class Back
    {
        public static string Go(int way) => way switch
        {
            0 => "none",
            1 => "one",
            2 => "two",
            3 => "three",
            4 => CycleThere.There.Go(),
            _ => "more",
        };
    }
}
