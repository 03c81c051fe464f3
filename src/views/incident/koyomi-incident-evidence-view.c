#include "koyomi-incident-evidence-view.h"

#include "koyomi-day.h"
#include "koyomi-evidence.h"
#include "koyomi-file-hashing.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-work.h"

/* So much of a hash tells it from others on the screen; all of it can be copied. */
#define HASH_LENGTH 12

struct _KoyomiIncidentEvidenceView
{
  GtkWidget              parent_instance;

  KoyomiWorkspace       *workspace;
  gint64                 incident;     /* 0 for none */
  GPtrArray             *evidence;     /* (element-type KoyomiIncidentEvidence), as it is shown; NULL while there is no incident */
  KoyomiEvidenceCheck   *check;        /* what was found of this incident's files last; NULL while nobody looked */
  GtkWidget             *list;
  GtkWidget             *check_button;
  GtkFileChooserNative  *chooser;      /* NULL while no file is chosen */
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentEvidenceView, koyomi_incident_evidence_view, GTK_TYPE_WIDGET)

static gboolean
add_evidence (KoyomiWorkspace  *workspace,
              gint64            incident,
              KoyomiRecord     *evidence,
              GError          **error)
{
  return koyomi_incident_evidence_add (koyomi_workspace_get_session (workspace), incident, evidence, koyomi_time_now (),
                                       koyomi_workspace_get_language (workspace), error) != 0;
}

static gboolean
save_evidence (KoyomiWorkspace  *workspace,
               gint64            incident,
               KoyomiRecord     *evidence,
               GError          **error)
{
  return koyomi_session_save (koyomi_workspace_get_session (workspace), evidence, koyomi_workspace_get_language (workspace), error);
}

static gboolean
hand_over (KoyomiWorkspace  *workspace,
           gint64            incident,
           KoyomiRecord     *custody,
           GError          **error)
{
  return koyomi_incident_evidence_move (koyomi_workspace_get_session (workspace), incident, custody,
                                        koyomi_workspace_get_language (workspace), error) != 0;
}

static const KoyomiPartInput file_inputs[] = {
  { KOYOMI_EVIDENCE_TITLE, N_("_Title"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_EVIDENCE_COLLECTED_AT, N_("_Collected"), KOYOMI_PART_INPUT_PAST },
  { KOYOMI_EVIDENCE_COLLECTED_BY, N_("Collected _by") },
  { KOYOMI_EVIDENCE_OWNER, N_("_Kept by") },
  { KOYOMI_EVIDENCE_NOTE, N_("_Note"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartInput reference_inputs[] = {
  { KOYOMI_EVIDENCE_TITLE, N_("_Title"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_EVIDENCE_PLACE, N_("Where it _is, such as a number or an address"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_EVIDENCE_COLLECTED_AT, N_("_Collected"), KOYOMI_PART_INPUT_PAST },
  { KOYOMI_EVIDENCE_COLLECTED_BY, N_("Collected _by") },
  { KOYOMI_EVIDENCE_OWNER, N_("_Kept by") },
  { KOYOMI_EVIDENCE_NOTE, N_("_Note"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartInput custody_inputs[] = {
  { KOYOMI_CUSTODY_TO_HOLDER, N_("_Handed over to"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_CUSTODY_FROM_HOLDER, N_("Handed over _by") },
  { KOYOMI_CUSTODY_AT, N_("_When"), KOYOMI_PART_INPUT_REQUIRED | KOYOMI_PART_INPUT_PAST },
  { KOYOMI_CUSTODY_PLACE, N_("Where it _is then") },
  { KOYOMI_CUSTODY_NOTE, N_("_Note") },
};

static const KoyomiPartForm file_form = {
  N_("Add File as Evidence"), N_("_Add"), N_("The evidence was not added"), file_inputs, G_N_ELEMENTS (file_inputs), add_evidence
};

static const KoyomiPartForm reference_form = {
  N_("Add Reference"), N_("_Add"), N_("The evidence was not added"), reference_inputs, G_N_ELEMENTS (reference_inputs), add_evidence
};

static const KoyomiPartForm edit_form = {
  N_("Evidence"), N_("_Save"), N_("The evidence was not saved"), file_inputs, G_N_ELEMENTS (file_inputs), save_evidence
};

static const KoyomiPartForm edit_reference_form = {
  N_("Evidence"), N_("_Save"), N_("The evidence was not saved"), reference_inputs, G_N_ELEMENTS (reference_inputs), save_evidence
};

static const KoyomiPartForm custody_form = {
  N_("Hand Over"), N_("_Hand Over"), N_("The move was not recorded"), custody_inputs, G_N_ELEMENTS (custody_inputs), hand_over
};

static KoyomiSession *
get_session (KoyomiIncidentEvidenceView *self)
{
  return koyomi_workspace_get_session (self->workspace);
}

static KoyomiLanguage
get_language (KoyomiIncidentEvidenceView *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
tr (KoyomiIncidentEvidenceView *self,
    const char                 *text)
{
  return koyomi_tr (get_language (self), text);
}

static GtkWindow *
get_window (KoyomiIncidentEvidenceView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static KoyomiIncidentEvidence *
get_evidence (KoyomiIncidentEvidenceView *self,
              GVariant                   *parameter)
{
  for (guint i = 0; self->evidence != NULL && i < self->evidence->len; i++)
    {
      KoyomiIncidentEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (koyomi_record_get_id (evidence->evidence) == g_variant_get_int64 (parameter))
        return evidence;
    }

  return NULL;
}

static const KoyomiEvidenceCheckItem *
find_check (KoyomiIncidentEvidenceView *self,
            KoyomiRecord               *evidence)
{
  return self->check != NULL ? koyomi_evidence_check_find (self->check, evidence) : NULL;
}

static void
append_line (GString    *text,
             const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
append_moves (KoyomiIncidentEvidenceView *self,
              GString                    *text,
              GPtrArray                  *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      KoyomiRecord *move = g_ptr_array_index (moves, i);
      g_autofree char *at = koyomi_time_format_local (koyomi_record_get_int (move, KOYOMI_CUSTODY_AT));
      g_autofree char *line = g_strdup_printf ("%s %s → %s %s", at, koyomi_record_get_text (move, KOYOMI_CUSTODY_FROM_HOLDER),
                                               koyomi_record_get_text (move, KOYOMI_CUSTODY_TO_HOLDER),
                                               koyomi_record_get_text (move, KOYOMI_CUSTODY_PLACE));

      append_line (text, g_strchomp (line));
    }
}

static char *
describe (KoyomiIncidentEvidenceView   *self,
          const KoyomiIncidentEvidence *evidence)
{
  const char *sha256 = koyomi_record_get_text (evidence->evidence, KOYOMI_EVIDENCE_SHA256);
  const KoyomiEvidenceCheckItem *item = find_check (self, evidence->evidence);
  GString *text = g_string_new (koyomi_record_get_text (evidence->evidence, KOYOMI_EVIDENCE_PLACE));

  append_line (text, koyomi_record_get_text (evidence->evidence, KOYOMI_EVIDENCE_OWNER));
  if (*sha256 != '\0')
    {
      g_autofree char *line = g_strdup_printf ("SHA-256 %.*s…", HASH_LENGTH, sha256);

      append_line (text, line);
    }
  if (item != NULL)
    append_line (text, koyomi_evidence_check_item_describe (item, get_language (self)));
  append_moves (self, text, evidence->custody);

  return g_string_free (text, FALSE);
}

static void
add_items (KoyomiIncidentEvidenceView   *self,
           KoyomiPartRow                *row,
           const KoyomiIncidentEvidence *evidence)
{
  if (koyomi_evidence_has_hash (evidence->evidence))
    koyomi_part_row_add_item (row, tr (self, N_("Copy _SHA-256")), "evidence.copy-hash");
  if (!koyomi_workspace_can_edit (self->workspace))
    return;

  koyomi_part_row_add_item (row, tr (self, N_("_Edit…")), "evidence.edit");
  koyomi_part_row_add_item (row, tr (self, N_("_Hand Over…")), "evidence.hand-over");
  if (evidence->custody->len > 0)
    koyomi_part_row_add_item (row, tr (self, N_("_Take Back the Last Move")), "evidence.take-back");
  koyomi_part_row_add_item (row, tr (self, N_("_Remove From the Incident")), "evidence.remove");
}

static GtkWidget *
make_row (KoyomiIncidentEvidenceView   *self,
          const KoyomiIncidentEvidence *evidence)
{
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (evidence->evidence), koyomi_record_get_title (evidence->evidence));
  const KoyomiEvidenceCheckItem *item = find_check (self, evidence->evidence);
  g_autofree char *below = describe (self, evidence);
  gboolean bad = item != NULL && !koyomi_evidence_check_item_is_good (item);

  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below, bad ? "error" : NULL);
  add_items (self, KOYOMI_PART_ROW (row), evidence);

  return row;
}

static gboolean
has_hashes (KoyomiIncidentEvidenceView *self)
{
  for (guint i = 0; i < self->evidence->len; i++)
    if (koyomi_evidence_has_hash (((KoyomiIncidentEvidence *) g_ptr_array_index (self->evidence, i))->evidence))
      return TRUE;

  return FALSE;
}

static void
refresh (KoyomiIncidentEvidenceView *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->evidence = koyomi_session_load_incident_evidence (get_session (self), self->incident, get_language (self), &error);
  if (self->evidence == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The plan could not be read")), error);
      return;
    }

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->evidence->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->evidence, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
  gtk_widget_set_visible (self->check_button, has_hashes (self));
}

/* One file that is read, or all of an incident that are read again. */
typedef struct
{
  KoyomiIncidentEvidenceView *view;
  gint64                      incident;
  KoyomiEvidenceCheck        *check;      /* NULL for one */
} Job;

static Job *
make_job (KoyomiIncidentEvidenceView *self)
{
  Job *job = g_new0 (Job, 1);

  job->view = g_object_ref (self);
  job->incident = self->incident;

  return job;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->view);
  g_clear_pointer (&job->check, koyomi_evidence_check_free);
  g_free (job);
}

static void
present_file (KoyomiIncidentEvidenceView *self,
              gint64                      incident,
              GFile                      *file,
              const char                 *sha256)
{
  g_autoptr(KoyomiRecord) evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);
  g_autofree char *name = g_file_get_basename (file);

  koyomi_record_set_language (evidence, get_language (self));
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_KIND_RECORD);
  koyomi_record_take_text (evidence, KOYOMI_EVIDENCE_TITLE, g_filename_display_name (name));
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_COLLECTED_AT, koyomi_time_now ());
  koyomi_evidence_set_file (evidence, file, koyomi_session_get_path (get_session (self)), sha256);
  koyomi_part_dialog_present (get_window (self), self->workspace, &file_form, incident, evidence);
}

static void
hashed_cb (GFile        *file,
           const char   *sha256,
           const GError *error,
           gpointer      data)
{
  Job *job = data;
  KoyomiIncidentEvidenceView *self = job->view;

  if (self->workspace == NULL || get_window (self) == NULL)
    return;

  if (error == NULL)
    present_file (self, job->incident, file, sha256);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The file could not be read")), error);
}

static void
chosen_cb (KoyomiIncidentEvidenceView *self,
           int                         response)
{
  g_autoptr(GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr(GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || self->incident == 0)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  koyomi_file_hashing_run (get_window (self), get_language (self), file, hashed_cb, make_job (self), free_job);
}

static void
add_file_cb (KoyomiIncidentEvidenceView *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (tr (self, N_("Choose Evidence")), get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               tr (self, N_("_Choose")), tr (self, N_("_Cancel")));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
add_reference_cb (KoyomiIncidentEvidenceView *self)
{
  g_autoptr(KoyomiRecord) evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);

  koyomi_record_set_language (evidence, get_language (self));
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_KIND_REFERENCE);
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_COLLECTED_AT, koyomi_time_now ());
  koyomi_part_dialog_present (get_window (self), self->workspace, &reference_form, self->incident, evidence);
}

static void
attach_cb (KoyomiIncidentEvidenceView *self,
           KoyomiChoice               *choice)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    if (koyomi_record_get_id (((KoyomiIncidentEvidence *) g_ptr_array_index (self->evidence, i))->evidence) == koyomi_choice_get_id (choice))
      {
        koyomi_workspace_tell (self->workspace, tr (self, N_("It belongs to the incident already")));
        return;
      }

  if (koyomi_incident_evidence_attach (get_session (self), self->incident, koyomi_choice_get_id (choice), koyomi_time_now (),
                                       get_language (self), &error) == 0)
    koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not added")), error);
}

static gboolean
check_cb (gpointer             data,
          KoyomiProgressFunc   progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GError             **error)
{
  return koyomi_evidence_check_run (((Job *) data)->check, progress, progress_data, cancellable, error);
}

/* What was found is written down, and shown at each file. */
static void
take_check (KoyomiIncidentEvidenceView *self,
            Job                        *job)
{
  g_autofree char *text = koyomi_evidence_check_describe (job->check, get_language (self));
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_incident_evidence_record_check (get_session (self), job->incident, job->check, koyomi_time_now (), get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The check was not written into the timeline")), error);
  koyomi_workspace_tell (self->workspace, text);
  if (self->incident != job->incident)
    return;

  g_clear_pointer (&self->check, koyomi_evidence_check_free);
  self->check = g_steal_pointer (&job->check);
  refresh (self);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Job *job = data;
  KoyomiIncidentEvidenceView *self = job->view;
  g_autoptr(GError) error = NULL;

  if (self->workspace == NULL)
    return;

  if (koyomi_work_finish (result, &error))
    take_check (self, job);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not checked")), error);
}

static void
check_all_cb (KoyomiIncidentEvidenceView *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiEvidenceCheck *check = koyomi_session_begin_evidence_check (get_session (self), self->incident, get_language (self), &error);
  Job *job;

  if (check == NULL)
    {
      koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not checked")), error);
      return;
    }

  job = make_job (self);
  job->check = check;
  koyomi_work_run (get_window (self), get_language (self), tr (self, N_("Checking the evidence")), check_cb, job, free_job, checked_cb, job);
}

static void
copy_hash_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIncidentEvidence *evidence = get_evidence (KOYOMI_INCIDENT_EVIDENCE_VIEW (widget), parameter);

  if (evidence != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), koyomi_record_get_text (evidence->evidence, KOYOMI_EVIDENCE_SHA256));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentEvidenceView *self = KOYOMI_INCIDENT_EVIDENCE_VIEW (widget);
  KoyomiIncidentEvidence *evidence = get_evidence (self, parameter);

  if (evidence != NULL && koyomi_workspace_can_edit (self->workspace))
    koyomi_part_dialog_present (get_window (self), self->workspace,
                                koyomi_evidence_has_hash (evidence->evidence) ? &edit_form : &edit_reference_form, self->incident,
                                evidence->evidence);
}

/* From whoever has it now. */
static void
hand_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIncidentEvidenceView *self = KOYOMI_INCIDENT_EVIDENCE_VIEW (widget);
  KoyomiIncidentEvidence *evidence = get_evidence (self, parameter);
  g_autoptr(KoyomiRecord) custody = NULL;

  if (evidence == NULL)
    return;

  custody = koyomi_record_new (KOYOMI_TABLE_CUSTODY);
  koyomi_record_set_language (custody, get_language (self));
  koyomi_record_set_int (custody, KOYOMI_CUSTODY_EVIDENCE, koyomi_record_get_id (evidence->evidence));
  koyomi_record_set_int (custody, KOYOMI_CUSTODY_AT, koyomi_time_now ());
  koyomi_record_set_text (custody, KOYOMI_CUSTODY_FROM_HOLDER, evidence->holder);
  koyomi_part_dialog_present (get_window (self), self->workspace, &custody_form, self->incident, custody);
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIncidentEvidenceView *self = KOYOMI_INCIDENT_EVIDENCE_VIEW (widget);
  KoyomiIncidentEvidence *evidence = get_evidence (self, parameter);
  g_autoptr(GError) error = NULL;

  if (evidence != NULL && evidence->custody->len > 0 &&
      !koyomi_session_remove (get_session (self), KOYOMI_TABLE_CUSTODY,
                              koyomi_record_get_id (g_ptr_array_index (evidence->custody, evidence->custody->len - 1)),
                              get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("Nothing was removed")), error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentEvidenceView *self = KOYOMI_INCIDENT_EVIDENCE_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (get_evidence (self, parameter) != NULL && koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_incident_evidence_detach (get_session (self), self->incident, g_variant_get_int64 (parameter), koyomi_time_now (),
                                        get_language (self), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The evidence was not removed")), error);
}

static void
koyomi_incident_evidence_view_dispose (GObject *object)
{
  KoyomiIncidentEvidenceView *self = KOYOMI_INCIDENT_EVIDENCE_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->check, koyomi_evidence_check_free);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_evidence_view_parent_class)->dispose (object);
}

static void
koyomi_incident_evidence_view_class_init (KoyomiIncidentEvidenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_evidence_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "evidence.copy-hash", "x", copy_hash_action);
  gtk_widget_class_install_action (widget_class, "evidence.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "evidence.hand-over", "x", hand_over_action);
  gtk_widget_class_install_action (widget_class, "evidence.take-back", "x", take_back_action);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "x", remove_action);
}

static void
koyomi_incident_evidence_view_init (KoyomiIncidentEvidenceView *self)
{
}

static GtkWidget *
add_button (KoyomiIncidentEvidenceView *self,
            GtkWidget                  *box,
            const char                 *label,
            GCallback                   callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "koyomi-plain");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
fill (KoyomiIncidentEvidenceView *self)
{
  GtkWidget *adders = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *caption = tr (self, N_("Link Evidence…"));
  GtkWidget *chooser = koyomi_evidence_chooser_new (self->workspace, caption);

  self->list = koyomi_part_list_new (self->workspace, tr (self, N_("Evidence")),
                                     tr (self, N_("No evidence yet. Of a file the SHA-256 is kept, so that a change shows.")));
  koyomi_chooser_set_text (KOYOMI_CHOOSER (chooser), caption);
  add_button (self, adders, tr (self, N_("Add File…")), G_CALLBACK (add_file_cb));
  self->check_button = add_button (self, adders, tr (self, N_("Check Again")), G_CALLBACK (check_all_cb));
  add_button (self, others, tr (self, N_("Add Reference…")), G_CALLBACK (add_reference_cb));
  gtk_box_append (GTK_BOX (others), chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (attach_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_ACTIVATE, "evidence.edit");
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->list), KOYOMI_PART_KEY_REMOVE, "evidence.remove");
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), adders);
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->list), others);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
koyomi_incident_evidence_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentEvidenceView *self = g_object_new (KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);

  return GTK_WIDGET (self);
}

/* Shows the evidence of that incident as the plan has it now. */
void
koyomi_incident_evidence_view_set_incident (KoyomiIncidentEvidenceView *self,
                                            gint64                      incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_EVIDENCE_VIEW (self));

  if (self->incident != incident)
    g_clear_pointer (&self->check, koyomi_evidence_check_free);
  self->incident = incident;
  if (incident != 0)
    refresh (self);
}
