#include "koyomi-activity-section.h"

#include "koyomi-number-input.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-recurrence.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

#include <math.h>

typedef enum
{
  TEXT_TITLE,
  TEXT_CLAUSE,
  TEXT_EFFORT,
  TEXT_COST,
  TEXT_NOTE,
  N_TEXTS
} TextId;

struct _KoyomiActivitySection
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiRecord    *activity;          /* as it was last read; NULL before the first */
  GtkWidget       *box;
  GtkWidget       *rule;
  GtkWidget       *kind;
  GtkWidget       *team;
  GtkWidget       *texts[N_TEXTS];
  gboolean         is_showing;
};

static const struct
{
  int         field;
  const char *caption;
} text_fields[N_TEXTS] = {
  [TEXT_TITLE] = { KOYOMI_ACTIVITY_TITLE, N_("Title of the activity") },
  [TEXT_CLAUSE] = { KOYOMI_ACTIVITY_CLAUSE, N_("ISO/IEC 27001 clause") },
  [TEXT_EFFORT] = { KOYOMI_ACTIVITY_EFFORT, N_("Person-days") },
  [TEXT_COST] = { KOYOMI_ACTIVITY_COST, N_("Cost") },
  [TEXT_NOTE] = { KOYOMI_ACTIVITY_NOTE, N_("Note on the activity") },
};

G_DEFINE_FINAL_TYPE (KoyomiActivitySection, koyomi_activity_section, GTK_TYPE_WIDGET)

static void
koyomi_activity_section_dispose (GObject *object)
{
  KoyomiActivitySection *self = KOYOMI_ACTIVITY_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->activity);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_activity_section_parent_class)->dispose (object);
}

static void
koyomi_activity_section_class_init (KoyomiActivitySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_activity_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_activity_section_init (KoyomiActivitySection *self)
{
}

/* Returns: (transfer full): the activity as it stands in the plan now, to be changed and saved */
static KoyomiRecord *
read_again (KoyomiActivitySection *self)
{
  KoyomiRecord *fresh = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_ACTIVITY,
                                            koyomi_record_get_id (self->activity),
                                            koyomi_workspace_get_language (self->workspace), NULL);

  return fresh != NULL ? fresh : koyomi_record_copy (self->activity);
}

static gboolean
read_number (KoyomiActivitySection *self,
             KoyomiRecord          *activity,
             TextId                 id,
             const char            *text)
{
  double number;

  if (!koyomi_number_read_typed (text, &number, NULL) || (id == TEXT_EFFORT && number < 0))
    {
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (self->texts[id]), koyomi_workspace_tr (self->workspace, "Not a number."));
      return FALSE;
    }

  koyomi_record_set_real (activity, text_fields[id].field, number);

  return TRUE;
}

static gboolean
text_cb (GtkWidget  *field,
         const char *text,
         gpointer    data)
{
  KoyomiActivitySection *self = data;
  g_autoptr(KoyomiRecord) activity = read_again (self);
  TextId id = 0;

  while (self->texts[id] != field)
    id++;

  if (id == TEXT_TITLE && koyomi_text_is_blank (text))
    {
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (field), koyomi_workspace_tr (self->workspace, "Type a title."));
      return FALSE;
    }

  if (id == TEXT_EFFORT || id == TEXT_COST)
    {
      if (!read_number (self, activity, id, text))
        return FALSE;
    }
  else
    koyomi_record_set_text (activity, text_fields[id].field, koyomi_text_is_blank (text) ? "" : text);

  return koyomi_workspace_save (self->workspace, activity);
}

static void
kind_cb (KoyomiActivitySection *self)
{
  g_autoptr(KoyomiRecord) activity = NULL;

  if (self->is_showing || self->activity == NULL)
    return;

  activity = read_again (self);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)));
  koyomi_workspace_save (self->workspace, activity);
}

static void
team_cb (KoyomiActivitySection *self,
         KoyomiChoice          *choice)
{
  g_autoptr(KoyomiRecord) activity = read_again (self);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, koyomi_choice_get_id (choice));
  koyomi_workspace_save (self->workspace, activity);
}

static void
append (KoyomiActivitySection *self,
        GtkWidget             *child)
{
  gtk_box_append (GTK_BOX (self->box), child);
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *caption = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");

  return caption;
}

static GtkWidget *
make_rule (KoyomiActivitySection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace, "Edit Repetition…"));

  self->rule = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->rule), 0);
  gtk_label_set_wrap (GTK_LABEL (self->rule), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->rule), PANGO_WRAP_WORD_CHAR);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "run.edit-rule");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 4);
  gtk_box_append (GTK_BOX (box), make_caption (koyomi_workspace_tr (self->workspace, "When it happens")));
  gtk_box_append (GTK_BOX (box), self->rule);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_kind (KoyomiActivitySection *self)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_ACTIVITY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_ACTIVITY_KIND)];
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (words, koyomi_field_get_word_label (field, i, language));

  self->kind = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Kind"), -1);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_caption (koyomi_tr (language, "Kind")));
  gtk_box_append (GTK_BOX (box), self->kind);

  return box;
}

static GtkWidget *
make_text (KoyomiActivitySection *self,
           TextId                 id)
{
  const char *caption = koyomi_workspace_tr (self->workspace, text_fields[id].caption);

  self->texts[id] = id == TEXT_NOTE ? koyomi_text_field_new_multi_line (caption) : koyomi_text_field_new (caption);
  g_signal_connect_object (self->texts[id], "commit", G_CALLBACK (text_cb), self, 0);

  return self->texts[id];
}

static GtkWidget *
make_pair (GtkWidget *one,
           GtkWidget *other)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), one);
  gtk_box_append (GTK_BOX (line), other);

  return line;
}

static void
narrow (GtkWidget *field)
{
  GtkWidget *entry = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
}

GtkWidget *
koyomi_activity_section_new (KoyomiWorkspace *workspace)
{
  KoyomiActivitySection *self = g_object_new (KOYOMI_TYPE_ACTIVITY_SECTION, NULL);
  GtkWidget *heading = gtk_label_new (koyomi_workspace_tr (workspace, "Activity"));

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");

  append (self, heading);
  append (self, make_rule (self));
  append (self, make_text (self, TEXT_TITLE));
  append (self, make_kind (self));
  append (self, self->team = koyomi_team_chooser_new (workspace, koyomi_workspace_tr (workspace, "Team of the activity")));
  append (self, make_text (self, TEXT_CLAUSE));
  append (self, make_pair (make_text (self, TEXT_EFFORT), make_text (self, TEXT_COST)));
  append (self, make_text (self, TEXT_NOTE));
  narrow (self->texts[TEXT_EFFORT]);
  narrow (self->texts[TEXT_COST]);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->team, "chosen", G_CALLBACK (team_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static char *
format_text (KoyomiRecord *activity,
             TextId        id)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  if (id != TEXT_EFFORT && id != TEXT_COST)
    return g_strdup (koyomi_record_get_text (activity, text_fields[id].field));

  number = koyomi_record_get_real (activity, text_fields[id].field);

  return g_strdup (isnan (number) ? "" : g_ascii_formatd (buffer, sizeof buffer, "%.12g", number));
}

static char *
describe_rule (KoyomiRecord   *activity,
               KoyomiLanguage  language)
{
  const char *text = koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE);
  KoyomiRecurrence rule;

  if (!koyomi_recurrence_parse (&rule, text, NULL))
    return g_strdup (text);

  return koyomi_recurrence_describe (&rule, koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY), language);
}

static void
show_choices (KoyomiActivitySection *self)
{
  g_autofree char *sentence = describe_rule (self->activity, koyomi_workspace_get_language (self->workspace));

  gtk_label_set_text (GTK_LABEL (self->rule), sentence);
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), koyomi_record_get_int (self->activity, KOYOMI_ACTIVITY_KIND));
  self->is_showing = FALSE;
  koyomi_team_chooser_show_team (KOYOMI_CHOOSER (self->team), self->workspace,
                                 koyomi_record_get_int (self->activity, KOYOMI_ACTIVITY_TEAM));
}

/* Shows the activity, or shows it anew: what is being typed stays then. */
void
koyomi_activity_section_show_activity (KoyomiActivitySection *self,
                                       KoyomiRecord          *activity)
{
  gboolean is_other;

  g_return_if_fail (KOYOMI_IS_ACTIVITY_SECTION (self));

  is_other = self->activity == NULL || koyomi_record_get_id (self->activity) != koyomi_record_get_id (activity);
  g_set_object (&self->activity, activity);
  show_choices (self);
  for (TextId id = 0; id < N_TEXTS; id++)
    {
      g_autofree char *text = format_text (activity, id);

      if (is_other)
        koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->texts[id]), text);
      else
        koyomi_text_field_show (KOYOMI_TEXT_FIELD (self->texts[id]), text);
    }
}

/* Hands in what is typed but not yet handed in. */
void
koyomi_activity_section_commit (KoyomiActivitySection *self)
{
  g_return_if_fail (KOYOMI_IS_ACTIVITY_SECTION (self));

  for (TextId id = 0; self->activity != NULL && id < N_TEXTS; id++)
    koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->texts[id]));
}
