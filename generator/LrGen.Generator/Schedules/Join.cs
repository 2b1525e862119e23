namespace LrGen.Generator.Schedules;

/// <summary>The runtime's <c>Join</c> by value.</summary>
internal enum Join
{
    After,
    Overlap,
    OverlapToFirst,
    Multiply,
}
