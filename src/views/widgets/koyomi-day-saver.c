#include "koyomi-day-saver.h"

#include "koyomi-day.h"
#include "koyomi-record-edit.h"

struct _KoyomiDaySaver
{
  GObject          parent_instance;

  KoyomiDayEntry  *input;        /* whose saver this is: it lives longer */
  KoyomiWorkspace *workspace;
  int              field;
  int              not_before;   /* another field of the row; 0 for none */
  int              not_after;    /* likewise */
  gint64           id;           /* of the row; 0 until one was shown */
};

G_DEFINE_FINAL_TYPE (KoyomiDaySaver, koyomi_day_saver, G_TYPE_OBJECT)

static void
koyomi_day_saver_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_DAY_SAVER (object)->workspace);

  G_OBJECT_CLASS (koyomi_day_saver_parent_class)->dispose (object);
}

static void
koyomi_day_saver_class_init (KoyomiDaySaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_day_saver_dispose;
}

static void
koyomi_day_saver_init (KoyomiDaySaver *self)
{
}

/* Whether the day lies where the other days of the row allow it. */
static gboolean
is_in_range (KoyomiDaySaver *self,
             KoyomiRecord   *record,
             guint32         day)
{
  guint32 first = self->not_before != 0 ? koyomi_record_get_day (record, self->not_before) : KOYOMI_DAY_NONE;
  guint32 last = self->not_after != 0 ? koyomi_record_get_day (record, self->not_after) : KOYOMI_DAY_NONE;

  return day == KOYOMI_DAY_NONE || ((first == KOYOMI_DAY_NONE || day >= first) && (last == KOYOMI_DAY_NONE || day <= last));
}

static gboolean
commit_cb (KoyomiDaySaver *self,
           guint32         day)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_FIELD_TABLE (self->field), self->id, language, &error);

  if (record != NULL && !is_in_range (self, record, day))
    {
      koyomi_day_entry_set_message (self->input, koyomi_tr (language, N_("The last day comes before the first.")));
      return FALSE;
    }

  if (record != NULL)
    koyomi_record_set_int (record, self->field, day);
  if (record != NULL && koyomi_session_save (session, record, language, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_tr (language, N_("The day was not saved")), error);

  return FALSE;
}

static void
flush_cb (KoyomiDaySaver *self)
{
  koyomi_day_entry_commit (self->input);
}

/**
 * koyomi_day_saver_attach:
 * @field: a day of the dictionary; one that may be none can be emptied
 *
 * Returns: (transfer none): the saver of @input, which keeps it
 */
KoyomiDaySaver *
koyomi_day_saver_attach (KoyomiDayEntry  *input,
                         KoyomiWorkspace *workspace,
                         int              field)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field));
  KoyomiDaySaver *self = g_object_new (KOYOMI_TYPE_DAY_SAVER, NULL);

  self->input = input;
  self->workspace = g_object_ref (workspace);
  self->field = field;
  g_object_set_data_full (G_OBJECT (input), "koyomi-day-saver", self, g_object_unref);
  koyomi_day_entry_set_optional (input, (table->fields[KOYOMI_FIELD_INDEX (field)].flags & KOYOMI_FIELD_OPTIONAL) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (input), koyomi_workspace_can_edit (workspace));

  g_signal_connect_object (input, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* @not_before, @not_after: other days of the same row, or 0 */
void
koyomi_day_saver_set_range (KoyomiDaySaver *self,
                            int             not_before,
                            int             not_after)
{
  g_return_if_fail (KOYOMI_IS_DAY_SAVER (self));

  self->not_before = not_before;
  self->not_after = not_after;
}

/* Shows the field of that row; what a person has typed for the same row stays. */
void
koyomi_day_saver_show (KoyomiDaySaver *self,
                       KoyomiRecord   *record)
{
  guint32 day = koyomi_record_get_day (record, self->field);

  g_return_if_fail (KOYOMI_IS_DAY_SAVER (self));

  if (self->id == koyomi_record_get_id (record))
    koyomi_day_entry_show_day (self->input, day);
  else
    {
      if (self->id != 0)
        koyomi_day_entry_commit (self->input);
      self->id = koyomi_record_get_id (record);
      koyomi_day_entry_replace_day (self->input, day);
    }
}
