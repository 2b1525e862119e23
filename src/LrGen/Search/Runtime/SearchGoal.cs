namespace LrGen;

/// <summary>Which of two results is the better one.</summary>
public enum SearchGoal
{
    /// <summary>The lower: a loss.</summary>
    Minimize,

    /// <summary>The higher: an accuracy.</summary>
    Maximize,
}
