namespace LrGen;

/// <summary>How far Muon goes in matrices of different shapes.</summary>
public enum MuonAdjustment
{
    /// <summary>The rate is multiplied by √max(1, rows ÷ columns), for rates like gradient descent's: 0.02.</summary>
    Original,

    /// <summary>
    /// The rate is multiplied by 0.2·√max(rows, columns), which gives steps of the root mean square of AdamW's, for rates and weight decays
    /// like AdamW's (Liu et al., 2025, https://arxiv.org/abs/2502.16982).
    /// </summary>
    MatchRmsAdamW,
}
