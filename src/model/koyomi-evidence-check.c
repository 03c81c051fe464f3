#include "koyomi-evidence-check.h"

/* How far one file is, as a part of all. */
typedef struct
{
  KoyomiProgressFunc  progress;
  gpointer            data;
  guint               i;
  guint               n;
} Part;

static void
free_item (gpointer data)
{
  KoyomiEvidenceCheckItem *self = data;

  g_clear_object (&self->file);
  g_clear_error (&self->error);
  g_free (self->title);
  g_free (self->place);
  g_free (self->sha256);
  g_free (self);
}

KoyomiEvidenceCheck *
koyomi_evidence_check_new (void)
{
  KoyomiEvidenceCheck *self = g_new0 (KoyomiEvidenceCheck, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);

  return self;
}

void
koyomi_evidence_check_free (KoyomiEvidenceCheck *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

/* Returns: whether there is something to check: a file with a hash */
gboolean
koyomi_evidence_check_add (KoyomiEvidenceCheck *self,
                           KoyomiRecord        *evidence,
                           const char          *plan_path)
{
  g_autoptr(GFile) file = koyomi_evidence_dup_file (evidence, plan_path);
  KoyomiEvidenceCheckItem *item;

  if (file == NULL || !koyomi_evidence_has_hash (evidence))
    return FALSE;

  item = g_new0 (KoyomiEvidenceCheckItem, 1);
  item->evidence_id = koyomi_record_get_id (evidence);
  item->title = g_strdup (koyomi_record_get_title (evidence));
  item->place = g_strdup (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE));
  item->file = g_steal_pointer (&file);
  item->sha256 = g_strdup (koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256));
  g_ptr_array_add (self->items, item);

  return TRUE;
}

static void
tell_part (double   fraction,
           gpointer data)
{
  Part *self = data;

  if (self->progress != NULL)
    self->progress ((self->i + fraction) / self->n, self->data);
}

/* Reads one file after the other. One that cannot be read is told of in its item; FALSE only when it was broken off. */
gboolean
koyomi_evidence_check_run (KoyomiEvidenceCheck  *self,
                           KoyomiProgressFunc    progress,
                           gpointer              progress_data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  Part part = { progress, progress_data, 0, self->items->len };

  for (; part.i < part.n; part.i++)
    {
      KoyomiEvidenceCheckItem *item = g_ptr_array_index (self->items, part.i);

      g_clear_error (&item->error);
      item->is_checked = koyomi_file_check (item->file, item->sha256, &item->state, tell_part, &part, cancellable, &item->error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* How many files were found like that. */
guint
koyomi_evidence_check_count (const KoyomiEvidenceCheck *self,
                             KoyomiFileState            state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const KoyomiEvidenceCheckItem *item = g_ptr_array_index (self->items, i);

      n += item->is_checked && item->state == state;
    }

  return n;
}

/* How many could not be read. */
guint
koyomi_evidence_check_count_unread (const KoyomiEvidenceCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((const KoyomiEvidenceCheckItem *) g_ptr_array_index (self->items, i))->error != NULL;

  return n;
}

/* Whether every file was read, and is as it was recorded. */
gboolean
koyomi_evidence_check_is_good (const KoyomiEvidenceCheck *self)
{
  return koyomi_evidence_check_count (self, KOYOMI_FILE_SAME) == self->items->len;
}

/* Returns: (nullable) (transfer none): what was found of this evidence; NULL where nobody looked, or where it names another file since */
const KoyomiEvidenceCheckItem *
koyomi_evidence_check_find (const KoyomiEvidenceCheck *self,
                            KoyomiRecord              *evidence)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const KoyomiEvidenceCheckItem *item = g_ptr_array_index (self->items, i);

      if (item->evidence_id == koyomi_record_get_id (evidence) && (item->is_checked || item->error != NULL) &&
          g_str_equal (item->sha256, koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_SHA256)) &&
          g_str_equal (item->place, koyomi_record_get_text (evidence, KOYOMI_EVIDENCE_PLACE)))
        return item;
    }

  return NULL;
}

/* Whether the file was read, and is as it was recorded. */
gboolean
koyomi_evidence_check_item_is_good (const KoyomiEvidenceCheckItem *self)
{
  return self->is_checked && self->state == KOYOMI_FILE_SAME;
}

/* @self: one that koyomi_evidence_check_find() found */
const char *
koyomi_evidence_check_item_describe (const KoyomiEvidenceCheckItem *self,
                                     KoyomiLanguage                 language)
{
  return self->error != NULL ? koyomi_tr (language, N_("Could not be read")) : koyomi_file_state_get_name (self->state, language);
}

static void
append_count (GString    *text,
              const char *name,
              guint       n,
              const char *separator)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s: %u", text->len > 0 ? separator : "", name, n);
}

/* Returns: (transfer full): such as “As it was recorded: 3, File not found: 1” */
char *
koyomi_evidence_check_describe (const KoyomiEvidenceCheck *self,
                                KoyomiLanguage             language)
{
  const char *separator = language == KOYOMI_LANGUAGE_JA ? "、" : ", ";
  GString *text = g_string_new (NULL);

  for (KoyomiFileState state = KOYOMI_FILE_SAME; state <= KOYOMI_FILE_GONE; state++)
    append_count (text, koyomi_file_state_get_name (state, language), koyomi_evidence_check_count (self, state), separator);
  append_count (text, koyomi_tr (language, N_("Could not be read")), koyomi_evidence_check_count_unread (self), separator);

  return g_string_free (text, FALSE);
}
