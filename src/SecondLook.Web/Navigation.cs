namespace SecondLook.Web;

/// <summary>The pages that a role works with.</summary>
internal static class Navigation
{
    private static readonly (string Href, string Label) Caseload = ("/caseload", "Caseload");
    private static readonly (string Href, string Label) Queue = ("/queue", "Queue");
    private static readonly (string Href, string Label) Release = ("/release", "Release");
    private static readonly (string Href, string Label) Law = ("/law", "Law");

    public static (string Href, string Label)[] For(Role role) =>
        role switch
        {
            Role.Administrator => [("/administration", "Administration"), Law],
            Role.Planner => [Release, Law],
            _ => [Queue, Caseload, Release, Law],
        };
}
