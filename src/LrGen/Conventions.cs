namespace LrGen;

/// <summary>What a schedule does after its end.</summary>
public enum AfterEnd
{
    /// <summary>Keeps the end value. What PyTorch's linear and polynomial, Optax, Keras, timm and Composer do.</summary>
    Hold,

    /// <summary>Starts again from its first value: the rate at step t is the rate at t mod length.</summary>
    Repeat,

    /// <summary>
    /// Runs backwards to its first value, then forwards again, and so on. What PyTorch's <c>CosineAnnealingLR</c> and
    /// the Hugging Face cosine do after their last step.
    /// </summary>
    Oscillate,

    /// <summary>
    /// Throws <see cref="System.ArgumentOutOfRangeException"/> for every step after the one that has the end value: for a
    /// training that must not run longer than its schedule.
    /// </summary>
    Throw,
}

/// <summary>The step at which a schedule of N steps has its end value.</summary>
public enum End
{
    /// <summary>
    /// At step N, one after the last update of an N-step training (step N − 1). The convention of PyTorch, Optax,
    /// Keras and Composer.
    /// </summary>
    AtLength,

    /// <summary>At step N − 1, the last update of an N-step training. The convention of one-cycle and mmengine.</summary>
    LastStep,
}

/// <summary>The share of a warm-up of w steps that update t has covered.</summary>
public enum FirstStep
{
    /// <summary>
    /// t/w: the first update runs at the warm-up's start value, which is rate 0 unless <c>From</c> says otherwise; the
    /// peak comes at step w. The convention of Hugging Face, Keras, Optax, timm, Composer and Megatron.
    /// </summary>
    AtStart,

    /// <summary>
    /// (t + 1)/w: the first update is one part up the ramp, and the last warm-up update (step w − 1) has the peak. The
    /// convention of torchtitan and open_clip.
    /// </summary>
    OneStepIn,

    /// <summary>
    /// (t + 1)/(w + 1): every warm-up update lies strictly between the start value and the peak. The convention of nanoGPT
    /// and NeMo.
    /// </summary>
    BetweenEnds,
}

/// <summary>The shape of a warm-up over the share x of it that is covered, from 0 to 1.</summary>
public enum WarmupShape
{
    /// <summary>start + (peak − start)·x.</summary>
    Linear,

    /// <summary>The start value for the whole warm-up; <c>From</c> or <c>FromRatio</c> has to give one above 0.</summary>
    Constant,

    /// <summary>start·(peak/start)^x: equal ratios; <c>From</c> or <c>FromRatio</c> has to give a start above 0.</summary>
    Exponential,

    /// <summary>
    /// start + (peak − start)·ln(1 + x·(w − 1))/ln w: fast first, then slower. With <see cref="End.LastStep"/> this is
    /// DeepSpeed's ln(t + 1)/ln w.
    /// </summary>
    Logarithmic,

    /// <summary>start + (peak − start)·x^p, with p from <c>Power</c>: slow first, then faster.</summary>
    Polynomial,

    /// <summary>start + (peak − start)·(1 − cos πx)/2.</summary>
    Cosine,

    /// <summary>start + (peak − start)·(1 − √(1 − x)): the "1-sqrt" of warmup-stable-decay.</summary>
    OneMinusSqrt,
}

/// <summary>How a warm-up of w steps meets the schedule that it leads to.</summary>
public enum Join
{
    /// <summary>The schedule begins when the warm-up is over and sees t − w; the warm-up aims at its first value.</summary>
    After,

    /// <summary>
    /// The schedule runs from step 0 underneath, and the warm-up aims at the value that it has at step w, so the rate is
    /// continuous. The schedule has to be above 0 there. The convention of TF-Models.
    /// </summary>
    Overlap,

    /// <summary>
    /// The schedule runs from step 0 underneath, but the warm-up aims at its first value, so the rate drops at the join by
    /// what the schedule has decayed in w steps. The convention of timm with <c>warmup_prefix=False</c>.
    /// </summary>
    OverlapToFirst,

    /// <summary>
    /// The schedule runs from step 0, multiplied by the warm-up as a share of its first value until step w. The convention of
    /// detectron2's <c>WarmupMultiStepLR</c> and <c>WarmupCosineLR</c>.
    /// </summary>
    Multiply,
}

/// <summary>How a rate goes from one point to the next.</summary>
public enum Interpolation
{
    /// <summary>In a straight line.</summary>
    Linear,

    /// <summary>Along a half wave of the cosine.</summary>
    Cosine,
}

/// <summary>The shape of a fall to the floor, over the covered share x.</summary>
public enum CooldownShape
{
    /// <summary>1 − x.</summary>
    Linear,

    /// <summary>(1 + cos πx) ÷ 2.</summary>
    Cosine,

    /// <summary>1 − √x.</summary>
    OneMinusSqrt,

    /// <summary>By equal ratios, rate · (floor ÷ rate)^x: needs a floor above 0.</summary>
    Exponential,

    /// <summary>2 · ½^x − 1: Megatron-LM's exponential decay, which reaches the floor.</summary>
    Halving,

    /// <summary>1 − x².</summary>
    OneMinusSquare,
}

/// <summary>The form of a cycle, over the share x of its rise that is covered, or of its fall that is left.</summary>
public enum CycleWave
{
    /// <summary>x: straight up and straight down.</summary>
    Triangle,

    /// <summary>sin(π/2 · x): steep at the bottom, round at the top.</summary>
    Sine,

    /// <summary>(1 − cos πx) ÷ 2: round at both.</summary>
    Cosine,
}

/// <summary>How the cycles of a cyclic schedule become lower.</summary>
public enum CycleAmplitude
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>Each cycle is half as high as the one before.</summary>
    Halving,

    /// <summary>By a factor for each step.</summary>
    Exponential,
}
