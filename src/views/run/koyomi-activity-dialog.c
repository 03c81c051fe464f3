#include "koyomi-activity-dialog.h"

#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-rule-editor.h"
#include "koyomi-span-field.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef struct
{
  KoyomiWorkspace    *workspace;
  KoyomiRunSelection *selection;
  KoyomiFormDialog   *dialog;      /* not owned, like what stands in it */
  GtkWidget          *title;
  GtkWidget          *function;
  GtkWidget          *team;
  GtkWidget          *kind;
  GtkWidget          *span;
  GtkWidget          *editor;
  GtkWidget          *past;        /* whether runs before today are made */
  GtkWidget          *sentence;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->selection);
  g_free (form);
}

static void
update (Form *form)
{
  g_autofree char *title = koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title));
  g_autofree char *rule = koyomi_rule_editor_dup_rule (KOYOMI_RULE_EDITOR (form->editor));
  g_autofree char *sentence = koyomi_rule_editor_describe (KOYOMI_RULE_EDITOR (form->editor));
  guint32 first_day = koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span));

  koyomi_span_field_give_length (KOYOMI_SPAN_FIELD (form->span), koyomi_rule_editor_get_length (KOYOMI_RULE_EDITOR (form->editor)));
  gtk_label_set_text (GTK_LABEL (form->sentence), sentence);
  gtk_widget_set_visible (form->past, *rule != '\0' && first_day < koyomi_day_today ());
  koyomi_form_dialog_set_can_accept (form->dialog, !koyomi_text_is_blank (title) &&
                                                   koyomi_chooser_get_id (KOYOMI_CHOOSER (form->function)) != 0);
}

static void
days_cb (Form *form)
{
  koyomi_rule_editor_set_days (KOYOMI_RULE_EDITOR (form->editor), koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span)),
                               koyomi_span_field_get_length (KOYOMI_SPAN_FIELD (form->span)));
  update (form);
}

static KoyomiRecord *
make_activity (Form *form)
{
  KoyomiRecord *activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_take_text (activity, KOYOMI_ACTIVITY_TITLE, koyomi_text_field_dup_text (KOYOMI_TEXT_FIELD (form->title)));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_chooser_get_id (KOYOMI_CHOOSER (form->function)));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, koyomi_chooser_get_id (KOYOMI_CHOOSER (form->team)));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)));
  koyomi_record_take_text (activity, KOYOMI_ACTIVITY_RULE, koyomi_rule_editor_dup_rule (KOYOMI_RULE_EDITOR (form->editor)));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_span_field_get_first_day (KOYOMI_SPAN_FIELD (form->span)));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, koyomi_span_field_get_length (KOYOMI_SPAN_FIELD (form->span)));

  return activity;
}

/* Runs are made as far as the plan goes; a plan without any goes to the end of this year. */
static guint32
find_end (Form    *form,
          guint32  first_day)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  g_autoptr(GArray) years = koyomi_session_list_fiscal_years (session, NULL);
  guint32 last_day = koyomi_fiscal_year_get_last_day (koyomi_session_get_fiscal_year (session, MAX (first_day, koyomi_day_today ())));

  if (years != NULL && years->len > 0)
    last_day = MAX (last_day, koyomi_fiscal_year_get_last_day (g_array_index (years, KoyomiFiscalYear, years->len - 1)));

  return last_day;
}

/* The first run from today on, else the last one. */
static void
choose_run (Form   *form,
            gint64  activity)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_OCCURRENCE,
                                                   KOYOMI_OCCURRENCE_ACTIVITY, activity,
                                                   koyomi_workspace_get_language (form->workspace), NULL);
  KoyomiRecord *best = NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      guint32 day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);

      if (best == NULL || koyomi_record_get_day (best, KOYOMI_OCCURRENCE_FIRST_DAY) < koyomi_day_today ()
                            ? best == NULL || day > koyomi_record_get_day (best, KOYOMI_OCCURRENCE_FIRST_DAY)
                            : day >= koyomi_day_today () && day < koyomi_record_get_day (best, KOYOMI_OCCURRENCE_FIRST_DAY))
        best = run;
    }

  if (best != NULL)
    koyomi_run_selection_choose (form->selection, koyomi_record_get_id (best));
}

static gboolean
create (Form *form)
{
  g_autoptr(KoyomiRecord) activity = make_activity (form);
  g_autoptr(GError) error = NULL;
  guint32 first_day = koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY);
  gboolean before_today = gtk_widget_get_visible (form->past) && gtk_check_button_get_active (GTK_CHECK_BUTTON (form->past));
  gint64 id = koyomi_activity_create (koyomi_workspace_get_session (form->workspace), activity, first_day,
                                      find_end (form, first_day), before_today, koyomi_workspace_get_language (form->workspace),
                                      &error);

  if (id == 0)
    koyomi_workspace_fail (form->workspace, koyomi_workspace_tr (form->workspace, "The activity was not added"), error);
  else
    choose_run (form, id);

  return id != 0;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;

  return koyomi_span_field_commit (KOYOMI_SPAN_FIELD (form->span)) &&
         koyomi_rule_editor_commit (KOYOMI_RULE_EDITOR (form->editor)) &&
         create (form);
}

static gboolean
title_cb (KoyomiTextField *field,
          const char      *text,
          gpointer         data)
{
  return TRUE;
}

static GtkWidget *
make_kind (Form *form)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_ACTIVITY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_ACTIVITY_KIND)];
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new_with_mnemonic (koyomi_tr (language, "_Kind"));

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (words, koyomi_field_get_word_label (field, i, language));

  form->kind = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (caption), form->kind);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), form->kind);

  return box;
}

static GtkWidget *
make_pair (GtkWidget *one,
           GtkWidget *other)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), one);
  gtk_box_append (GTK_BOX (line), other);

  return line;
}

static void
fill (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *input;

  form->title = koyomi_text_field_new (koyomi_tr (language, "_Title"));
  form->function = koyomi_function_chooser_new (form->workspace, koyomi_tr (language, "F_unction"));
  form->team = koyomi_team_chooser_new (form->workspace, koyomi_tr (language, "T_eam"));
  form->span = koyomi_span_field_new (language);
  form->editor = koyomi_rule_editor_new (form->workspace);
  form->past = gtk_check_button_new_with_mnemonic (koyomi_tr (language, "Make the runs before today _as well"));

  form->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (form->sentence), TRUE);
  gtk_widget_add_css_class (form->sentence, "heading");

  koyomi_form_dialog_append (form->dialog, form->title);
  koyomi_form_dialog_append (form->dialog, form->function);
  koyomi_form_dialog_append (form->dialog, make_pair (form->team, make_kind (form)));
  koyomi_form_dialog_append (form->dialog, form->span);
  koyomi_form_dialog_append (form->dialog, form->editor);
  koyomi_form_dialog_append (form->dialog, form->past);
  koyomi_form_dialog_set_footer (form->dialog, form->sentence);
  koyomi_form_dialog_set_first_focus (form->dialog, form->title);

  input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (form->title));
  koyomi_form_dialog_accept_on_enter (form->dialog, input);
  g_signal_connect (form->title, "commit", G_CALLBACK (title_cb), NULL);
  g_signal_connect_swapped (input, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (form->function, "chosen", G_CALLBACK (update), form);
  g_signal_connect_swapped (form->span, "changed", G_CALLBACK (days_cb), form);
  g_signal_connect_swapped (form->editor, "changed", G_CALLBACK (update), form);
}

void
koyomi_activity_dialog_present (GtkWindow          *parent,
                                KoyomiWorkspace    *workspace,
                                KoyomiRunSelection *selection,
                                gint64              function,
                                guint32             first_day,
                                guint32             last_day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->selection = g_object_ref (selection);
  form->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, "New Activity"), koyomi_tr (language, "_Add"));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  fill (form);
  koyomi_function_chooser_show_function (KOYOMI_CHOOSER (form->function), workspace, function);
  koyomi_team_chooser_show_team (KOYOMI_CHOOSER (form->team), workspace, 0);
  koyomi_span_field_show (KOYOMI_SPAN_FIELD (form->span), first_day, (int) (last_day - first_day) + 1);
  days_cb (form);
  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_present (form->dialog);
}
