namespace LrGen.Analyzers.CallSites;

/// <summary>What a person's name for a value says. Only whole words count: <c>map</c> is none of <c>bitmap</c>.</summary>
internal static class Words
{
    private static readonly HashSet<string> s_epochs = new(StringComparer.OrdinalIgnoreCase) { "epoch", "epochs" };

    private static readonly HashSet<string> s_steps = new(StringComparer.OrdinalIgnoreCase)
    {
        "step", "steps", "iteration", "iterations", "iter", "iters", "update", "updates",
    };

    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "world", "devices", "gpus", "workers", "replicas", "ranks",
    };

    private static readonly HashSet<string> s_batch = new(StringComparer.OrdinalIgnoreCase) { "batch", "batchsize", "minibatch" };

    private static readonly HashSet<string> s_relations = new(StringComparer.OrdinalIgnoreCase) { "per", "in", "of", "each", "last", "size" };

    private static readonly HashSet<string> s_accumulation = new(StringComparer.OrdinalIgnoreCase)
    {
        "accumulation", "accumulate", "accumulated", "accum", "micro", "microbatches",
    };

    private static readonly HashSet<string> s_grows = new(StringComparer.OrdinalIgnoreCase)
    {
        "acc", "accuracy", "f1", "f1score", "fscore", "auc", "auroc", "auprc", "iou", "miou", "meaniou", "mean_iou", "dice", "map", "bleu", "rouge", "meteor",
        "precision", "recall", "sensitivity", "specificity", "top1", "top5", "psnr", "ssim", "reward", "rewards", "mcc", "kappa", "ndcg", "mrr", "r2",
    };

    private static readonly HashSet<string> s_falls = new(StringComparer.OrdinalIgnoreCase)
    {
        "loss", "losses", "err", "error", "errors", "perplexity", "ppl", "mse", "rmse", "mae", "mape", "nll", "wer", "cer", "fid", "lpips",
    };

    /// <summary>Whether a name is that of a number of epochs, and of nothing else.</summary>
    public static bool IsEpoch(string name) => Has(name, s_epochs) && !Has(name, s_steps) && !Has(name, s_relations) && !Has(name, s_batch);

    /// <summary>Whether a name is that of a number of updates, and of nothing else.</summary>
    public static bool IsStep(string name) => Has(name, s_steps) && !Has(name, s_epochs) && !Has(name, s_relations);

    /// <summary>Whether a name is that of a number of devices.</summary>
    public static bool IsDevices(string name) => Has(name, s_devices);

    /// <summary>Whether a name is that of a batch size or of a number of devices, by which rates are scaled.</summary>
    public static bool IsBatch(string name) => Has(name, s_batch) || Has(name, s_devices);

    /// <summary>Whether a name is that of a number of micro-batches whose gradients are added up.</summary>
    public static bool IsAccumulation(string name) => Has(name, s_accumulation);

    /// <summary>Whether a metric of that name is better when it is higher.</summary>
    public static bool Grows(string name) =>
        (Has(name, s_grows) || s_grows.Contains(name) || name.EndsWith("IoU", StringComparison.Ordinal)) && !Has(name, s_falls);

    /// <summary>Whether a metric of that name is better when it is lower.</summary>
    public static bool Falls(string name) => Has(name, s_falls) && !Has(name, s_grows);

    /// <summary>The words of a name: val, Acc and 2 of <c>valAcc_2</c>. Digits belong to the letters before them.</summary>
    internal static IEnumerable<string> Of(string name)
    {
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || name[i] == '_' || name[i - 1] == '_'
                || char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (!ends)
                continue;
            if (name[start] != '_')
                yield return name.Substring(start, i - start);
            start = i;
        }
    }

    private static bool Has(string name, HashSet<string> words)
    {
        foreach (string word in Of(name))
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }
}
