namespace LrGen.Tool.Drawing;

/// <summary>What the user wants of a picture.</summary>
/// <param name="LastStep">The last step; null for as far as there is something to see.</param>
/// <param name="IsLogarithmic">Whether the axis of the rate has powers of ten.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PlotOptions(long? LastStep, bool IsLogarithmic, int Width, int Height);
