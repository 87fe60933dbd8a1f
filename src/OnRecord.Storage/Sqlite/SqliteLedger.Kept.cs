using Microsoft.Data.Sqlite;

namespace OnRecord.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public byte[]? KeptFold(string country, string form) =>
        Read(new Query("SELECT fold FROM folds WHERE country = $country AND form = $form AND state = $state", ("$country", country), ("$form", form), ("$state", State())), row => row.GetFieldValue<byte[]>(0)).FirstOrDefault();

    /// <inheritdoc/>
    public bool KeepFold(string country, string form, string state, byte[] fold)
    {
        if (_readOnly)
        {
            using var writer = Open(_path, readOnly: false, patienceSeconds: 1).Value;
            return writer?.KeepFold(country, form, state, fold) == true;
        }
        lock (_lock)
        {
            try
            {
                using var transaction = _writer.BeginTransaction(deferred: false);
                if (State() != state) return false;
                // Those that no longer hold make room.
                using var clear = new Command(_writer, "DELETE FROM folds WHERE state <> $0 OR form <> $1", 2);
                clear.Run(transaction, state, form);
                using var keep = new Command(_writer, "INSERT OR REPLACE INTO folds VALUES($0,$1,$2,$3)", 4);
                keep.Run(transaction, country, form, state, fold);
                transaction.Commit();
                return true;
            }
            // Nothing is lost where it cannot be kept: a full disk or another writer is no reason not to draw the picture.
            catch (SqliteException)
            {
                return false;
            }
        }
    }

    // All that was ever added shows in it.
    private string State() => Read(Digests.Due, Digests.StateOf).Single().ToString();
}
