#include "koyomi-baseline-ghosts.h"

#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-work.h"

/* Reading the plan as it was takes a while: it is done in a thread, on a copy. */
typedef struct
{
  GWeakRef       sheet;
  KoyomiSession *copy;
  gint64         baseline;
  gint64         seq;      /* the entry of the change log that the baseline names */
  GHashTable    *days;     /* the result */
} Job;

static void
free_job (Job *self)
{
  g_weak_ref_clear (&self->sheet);
  g_clear_object (&self->copy);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_free (self);
}

static gboolean
read_baseline (gpointer             data,
               KoyomiProgressFunc   progress,
               gpointer             progress_data,
               GCancellable        *cancellable,
               GError             **error)
{
  Job *self = data;
  g_autoptr(KoyomiSession) then = koyomi_session_open_as_of (self->copy, self->seq, progress, progress_data, cancellable, error);

  if (then == NULL)
    return FALSE;

  self->days = koyomi_session_load_baseline_days (then, 1, KOYOMI_DAY_LAST, error);

  return self->days != NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Job *self = data;
  g_autoptr(KoyomiCalendarSheet) sheet = g_weak_ref_get (&self->sheet);
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (sheet != NULL)
    {
      KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (sheet);

      if (done && koyomi_workspace_get_baseline (workspace) == self->baseline)
        koyomi_calendar_sheet_set_baseline (sheet, self->days);
      else if (!done)
        koyomi_workspace_set_baseline (workspace, 0);
      if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The baseline could not be read"), error);
    }

  free_job (self);
}

static Job *
make_job (KoyomiCalendarSheet  *sheet,
          GError              **error)
{
  KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (sheet);
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  gint64 baseline = koyomi_workspace_get_baseline (workspace);
  g_autoptr(KoyomiRecord) bookmark = NULL;
  g_autoptr(KoyomiSession) copy = NULL;
  Job *self;

  if ((bookmark = koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, baseline, koyomi_workspace_get_language (workspace),
                                      error)) == NULL ||
      (copy = koyomi_session_copy (session, NULL, error)) == NULL)
    return NULL;

  self = g_new0 (Job, 1);
  g_weak_ref_init (&self->sheet, sheet);
  self->copy = g_steal_pointer (&copy);
  self->baseline = baseline;
  self->seq = koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ);

  return self;
}

static void
baseline_changed_cb (GtkWidget *view)
{
  KoyomiCalendarSheet *sheet = g_object_get_data (G_OBJECT (view), "koyomi-baseline-sheet");
  KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (sheet);
  g_autoptr(GError) error = NULL;
  Job *job;

  koyomi_calendar_sheet_set_baseline (sheet, NULL);
  if (koyomi_workspace_get_baseline (workspace) == 0)
    return;

  if ((job = make_job (sheet, &error)) == NULL)
    koyomi_workspace_fail (workspace, koyomi_workspace_tr (workspace, "The baseline could not be read"), error);
  else
    koyomi_work_run (GTK_WINDOW (gtk_widget_get_root (view)), koyomi_workspace_get_language (workspace),
                     koyomi_workspace_tr (workspace, "Reading the Baseline"), read_baseline, job, NULL, read_cb, job);
}

/* Shows where runs stood in the baseline that the workspace has, whenever that is another one. */
void
koyomi_baseline_ghosts_attach (GtkWidget           *view,
                               KoyomiCalendarSheet *sheet)
{
  g_object_set_data_full (G_OBJECT (view), "koyomi-baseline-sheet", g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (koyomi_calendar_sheet_get_workspace (sheet), "notify::baseline", G_CALLBACK (baseline_changed_cb), view,
                           G_CONNECT_SWAPPED);
}
