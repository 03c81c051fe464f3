#include "koyomi-assessment-form.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-evidence-section.h"
#include "koyomi-level-field.h"
#include "koyomi-maturity-edit.h"
#include "koyomi-text-field.h"

struct _KoyomiAssessmentForm
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiExecution  mode;
  GtkWidget       *box;
  GtkWidget       *as_is;
  GtkWidget       *to_be;
  GtkWidget       *target;
  GtkWidget       *assessor;
  GtkWidget       *day;
  GtkWidget       *note;
  GtkWidget       *evidence;

  gint64           function;    /* 0 until one is shown */
  KoyomiRecord    *record;      /* its newest assessment; NULL while there is none */
};

G_DEFINE_FINAL_TYPE (KoyomiAssessmentForm, koyomi_assessment_form, GTK_TYPE_WIDGET)

static const char *
tr (KoyomiAssessmentForm *self,
    const char           *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
show_levels (KoyomiAssessmentForm *self)
{
  KoyomiMaturityLevels levels = koyomi_maturity_read_levels (self->record);

  koyomi_level_field_show (KOYOMI_LEVEL_FIELD (self->as_is), levels.as_is);
  koyomi_level_field_show (KOYOMI_LEVEL_FIELD (self->to_be), levels.to_be);
}

static void
fail (KoyomiAssessmentForm *self,
      const GError         *error)
{
  koyomi_workspace_fail (self->workspace, tr (self, N_("The assessment was not saved")), error);
  show_levels (self);
}

/* Returns: (transfer full): what is to be written of the assessment, nothing yet */
static KoyomiRecord *
begin (KoyomiAssessmentForm *self)
{
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_MATURITY);

  koyomi_record_set_language (record, koyomi_workspace_get_language (self->workspace));
  koyomi_record_set_int (record, KOYOMI_MATURITY_FUNCTION, self->function);
  koyomi_record_set_int (record, KOYOMI_MATURITY_MODE, self->mode);

  return record;
}

static gboolean
assess (KoyomiAssessmentForm *self,
        KoyomiRecord         *record)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_maturity_assess (koyomi_workspace_get_session (self->workspace), record,
                              koyomi_workspace_get_language (self->workspace), &error) != 0)
    return TRUE;

  fail (self, error);

  return FALSE;
}

static gint64
get_value (int level)
{
  return level == KOYOMI_LEVEL_UNKNOWN ? KOYOMI_NO_INT : level;
}

/* Another level is found out today; what was found out before stays on record. */
static void
as_is_cb (KoyomiAssessmentForm *self,
          int                   level)
{
  g_autoptr(KoyomiRecord) record = begin (self);

  koyomi_record_set_int (record, KOYOMI_MATURITY_AS_IS, get_value (level));
  koyomi_record_set_int (record, KOYOMI_MATURITY_ASSESSED_DAY, koyomi_day_today ());
  assess (self, record);
}

static void
to_be_cb (KoyomiAssessmentForm *self,
          int                   level)
{
  g_autoptr(KoyomiRecord) record = begin (self);

  koyomi_record_set_int (record, KOYOMI_MATURITY_TO_BE, get_value (level));
  assess (self, record);
}

static gboolean
target_cb (KoyomiAssessmentForm *self,
           guint32               day)
{
  g_autoptr(KoyomiRecord) record = begin (self);

  koyomi_record_set_int (record, KOYOMI_MATURITY_TARGET_DAY, day != KOYOMI_DAY_NONE ? (gint64) day : KOYOMI_NO_INT);

  return assess (self, record);
}

static gboolean
set_text (KoyomiAssessmentForm *self,
          int                   field,
          const char           *text)
{
  g_autoptr(KoyomiRecord) record = begin (self);

  koyomi_record_set_text (record, field, text);

  return assess (self, record);
}

static gboolean
assessor_cb (KoyomiAssessmentForm *self,
             const char           *text)
{
  return set_text (self, KOYOMI_MATURITY_ASSESSOR, text);
}

static gboolean
note_cb (KoyomiAssessmentForm *self,
         const char           *text)
{
  return set_text (self, KOYOMI_MATURITY_NOTE, text);
}

/* Puts the assessment that is shown on another day: whoever finds out something new says so with the level. */
static gboolean
day_cb (KoyomiAssessmentForm *self,
        guint32               day)
{
  g_autoptr(KoyomiRecord) record = self->record != NULL ? koyomi_record_copy (self->record) : begin (self);

  if (day > koyomi_day_today ())
    {
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->day), tr (self, N_("This day is still to come.")));
      return FALSE;
    }

  koyomi_record_set_int (record, KOYOMI_MATURITY_ASSESSED_DAY, day);

  return self->record != NULL ? koyomi_workspace_save (self->workspace, record) : assess (self, record);
}

static void
commit (KoyomiAssessmentForm *self)
{
  if (self->function == 0)
    return;

  koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->target));
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->assessor));
  koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->day));
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->note));
}

static void
koyomi_assessment_form_dispose (GObject *object)
{
  KoyomiAssessmentForm *self = KOYOMI_ASSESSMENT_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_assessment_form_parent_class)->dispose (object);
}

static void
koyomi_assessment_form_class_init (KoyomiAssessmentFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_assessment_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_assessment_form_init (KoyomiAssessmentForm *self)
{
}

static const char *
get_mode_label (KoyomiAssessmentForm *self)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_MATURITY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_MATURITY_MODE)];

  return koyomi_field_get_word_label (field, self->mode, koyomi_workspace_get_language (self->workspace));
}

static GtkWidget *
make_level (KoyomiAssessmentForm *self,
            const char           *caption,
            const char           *unknown,
            GCallback             callback)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", get_mode_label (self), caption);
  GtkWidget *field = koyomi_level_field_new (caption, name, unknown, self->mode, koyomi_workspace_get_language (self->workspace));

  gtk_box_append (GTK_BOX (self->box), field);
  g_signal_connect_object (field, "chosen", callback, self, G_CONNECT_SWAPPED);

  return field;
}

static GtkWidget *
make_day (KoyomiAssessmentForm *self,
          const char           *caption,
          GCallback             callback)
{
  GtkWidget *field = koyomi_day_entry_new (caption, koyomi_workspace_get_language (self->workspace));

  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect_object (field, "commit", callback, self, G_CONNECT_SWAPPED);

  return field;
}

static GtkWidget *
append_line (KoyomiAssessmentForm *self,
             GtkWidget            *first,
             GtkWidget            *second)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), second);
  gtk_box_append (GTK_BOX (self->box), line);

  return line;
}

static void
add_fields (KoyomiAssessmentForm *self)
{
  self->as_is = make_level (self, tr (self, N_("As it is")), koyomi_maturity_get_wording (self->mode, KOYOMI_LEVEL_UNKNOWN,
                            koyomi_workspace_get_language (self->workspace)), G_CALLBACK (as_is_cb));
  gtk_widget_set_tooltip_text (self->as_is, tr (self, N_("Another level is an assessment of today; the one before stays on record.")));
  self->to_be = make_level (self, tr (self, N_("Goal")), tr (self, N_("No goal: to stay as it is")), G_CALLBACK (to_be_cb));

  self->target = make_day (self, tr (self, N_("Goal until")), G_CALLBACK (target_cb));
  koyomi_day_entry_set_optional (KOYOMI_DAY_ENTRY (self->target), TRUE);
  self->day = make_day (self, tr (self, N_("Assessed on")), G_CALLBACK (day_cb));
  append_line (self, self->target, self->day);

  self->assessor = koyomi_text_field_new (tr (self, N_("Assessor")));
  gtk_box_append (GTK_BOX (self->box), self->assessor);
  g_signal_connect_object (self->assessor, "commit", G_CALLBACK (assessor_cb), self, G_CONNECT_SWAPPED);
  self->note = koyomi_text_field_new_multi_line (tr (self, N_("Note")));
  gtk_box_append (GTK_BOX (self->box), self->note);
  g_signal_connect_object (self->note, "commit", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);

  self->evidence = koyomi_evidence_section_new (self->workspace, KOYOMI_PROOF_MATURITY,
                                                tr (self, N_("Documents, records of interviews: what the assessment rests on.")));
  gtk_box_append (GTK_BOX (self->box), self->evidence);
}

static void
set_can_edit (KoyomiAssessmentForm *self,
              gboolean              can_edit)
{
  GtkWidget *fields[] = { self->as_is, self->to_be, self->target, self->assessor, self->day, self->note };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_sensitive (fields[i], can_edit);
}

GtkWidget *
koyomi_assessment_form_new (KoyomiWorkspace *workspace,
                            KoyomiExecution  mode)
{
  KoyomiAssessmentForm *self = g_object_new (KOYOMI_TYPE_ASSESSMENT_FORM, NULL);
  GtkWidget *heading;

  self->workspace = g_object_ref (workspace);
  self->mode = mode;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  heading = gtk_label_new (get_mode_label (self));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (self->box), heading);
  add_fields (self);
  set_can_edit (self, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, get_mode_label (self), -1);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static const char *
get_text (KoyomiAssessmentForm *self,
          int                   field)
{
  return self->record != NULL ? koyomi_record_get_text (self->record, field) : "";
}

static guint32
get_day (KoyomiAssessmentForm *self,
         int                   field)
{
  return self->record != NULL ? koyomi_record_get_day (self->record, field) : KOYOMI_DAY_NONE;
}

/* What a person has typed about the same function stays. */
static void
show_fields (KoyomiAssessmentForm *self)
{
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (self->target), get_day (self, KOYOMI_MATURITY_TARGET_DAY));
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (self->assessor), get_text (self, KOYOMI_MATURITY_ASSESSOR));
  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (self->day), get_day (self, KOYOMI_MATURITY_ASSESSED_DAY));
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (self->note), get_text (self, KOYOMI_MATURITY_NOTE));
}

static void
replace_fields (KoyomiAssessmentForm *self)
{
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (self->target), get_day (self, KOYOMI_MATURITY_TARGET_DAY));
  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->assessor), get_text (self, KOYOMI_MATURITY_ASSESSOR));
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (self->day), get_day (self, KOYOMI_MATURITY_ASSESSED_DAY));
  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->note), get_text (self, KOYOMI_MATURITY_NOTE));
}

/* Shows what was said of that function. */
void
koyomi_assessment_form_show (KoyomiAssessmentForm   *self,
                             gint64                  function,
                             const KoyomiAssessment *assessment)
{
  gboolean is_other = self->function != function;

  g_return_if_fail (KOYOMI_IS_ASSESSMENT_FORM (self));

  if (is_other)
    commit (self);
  self->function = function;
  g_set_object (&self->record, assessment->record);

  show_levels (self);
  if (is_other)
    replace_fields (self);
  else
    show_fields (self);

  gtk_widget_set_visible (self->evidence, self->record != NULL);
  if (self->record != NULL)
    koyomi_evidence_section_show (KOYOMI_EVIDENCE_SECTION (self->evidence), koyomi_record_get_id (self->record));
}
