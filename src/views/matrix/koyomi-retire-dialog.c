#include "koyomi-retire-dialog.h"

#include "koyomi-assignment.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-team-edit.h"

#define MAX_HEIGHT 200

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            team;
  guint32           first_day;     /* on which the team became active */
  GPtrArray        *others;        /* (element-type KoyomiRecord): the teams that it could be handed over to */

  KoyomiFormDialog *dialog;        /* not owned, as are those below */
  KoyomiDayEntry   *day;
  GtkWidget        *heading;
  GtkWidget        *list;
  GtkWidget        *end;
  GtkWidget        *hand_over;
  GtkWidget        *successor;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_ptr_array_unref (form->others);
  g_object_unref (form->workspace);
  g_free (form);
}

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static void
add_uncovered (Form                  *form,
               const KoyomiUncovered *uncovered)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *sentence = koyomi_uncovered_describe (uncovered, language);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_strchug (sentence));
  if (uncovered->catalogue != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), koyomi_record_get_title (uncovered->catalogue));
  gtk_list_box_append (GTK_LIST_BOX (form->list), row);
}

/* What is lacking from the day after the last one, unless somebody takes it over. */
static void
show_uncovered (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) uncovered = koyomi_session_list_uncovered (koyomi_workspace_get_session (form->workspace), form->team,
                                                                  koyomi_day_entry_get_day (form->day) + 1, language, &error);
  g_autofree char *heading = NULL;
  GtkWidget *row;

  if (uncovered == NULL)
    {
      koyomi_workspace_fail (form->workspace, tr (form, N_("The plan could not be read")), error);
      return;
    }

  while ((row = gtk_widget_get_first_child (form->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (form->list), row);
  for (guint i = 0; i < uncovered->len; i++)
    add_uncovered (form, g_ptr_array_index (uncovered, i));

  if (uncovered->len > 0)
    heading = g_strdup_printf (koyomi_ntr (language, "%u function would be left without A or R", "%u functions would be left without A or R",
                                           uncovered->len), uncovered->len);
  gtk_label_set_label (GTK_LABEL (form->heading), heading != NULL ? heading : tr (form, N_("Nothing would be left without A or R")));
  gtk_widget_set_visible (gtk_widget_get_ancestor (form->list, GTK_TYPE_SCROLLED_WINDOW), uncovered->len > 0);
}

static gboolean
day_commit_cb (Form    *form,
               guint32  day)
{
  if (day < form->first_day)
    {
      koyomi_day_entry_set_message (form->day, tr (form, N_("The team begins after this day.")));
      return FALSE;
    }

  show_uncovered (form);

  return TRUE;
}

/* Returns: (transfer none) (nullable): the team that was chosen to take over */
static KoyomiRecord *
get_successor (Form *form)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->successor));

  return selected > 0 && selected <= form->others->len ? g_ptr_array_index (form->others, selected - 1) : NULL;
}

/* Whoever hands over says to whom. */
static void
choice_cb (Form *form)
{
  gboolean is_handed_over = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->hand_over));

  gtk_widget_set_sensitive (form->successor, is_handed_over);
  koyomi_form_dialog_set_can_accept (form->dialog, !is_handed_over || get_successor (form) != NULL);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(GError) error = NULL;
  gboolean is_done;

  if (!koyomi_day_entry_commit (form->day))
    return FALSE;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->hand_over)))
    is_done = koyomi_team_succeed (session, form->team, koyomi_record_get_id (get_successor (form)),
                                   koyomi_day_entry_get_day (form->day), language, &error);
  else
    is_done = koyomi_team_retire (session, form->team, koyomi_day_entry_get_day (form->day),
                                  gtk_check_button_get_active (GTK_CHECK_BUTTON (form->end)), language, &error);

  if (!is_done)
    koyomi_workspace_fail (form->workspace, tr (form, N_("The team was not retired")), error);

  return is_done;
}

static GPtrArray *
list_others (Form    *form,
             GError **error)
{
  GPtrArray *teams = koyomi_session_list (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_TEAM, 0, 0,
                                          koyomi_workspace_get_language (form->workspace), error);

  for (guint i = teams != NULL ? teams->len : 0; i > 0; i--)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i - 1);

      if (koyomi_record_get_id (team) == form->team || !koyomi_team_is_active_on (team, koyomi_day_today ()))
        g_ptr_array_remove_index (teams, i - 1);
    }

  return teams;
}

static void
add_day (Form *form)
{
  GtkWidget *day = koyomi_day_entry_new (tr (form, N_("_Last day of the team")), koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day)));
  form->day = KOYOMI_DAY_ENTRY (day);
  koyomi_day_entry_replace_day (form->day, MAX (koyomi_day_today (), form->first_day));
  g_signal_connect_swapped (day, "commit", G_CALLBACK (day_commit_cb), form);
  koyomi_form_dialog_append (form->dialog, day);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_day_entry_get_input (form->day));
}

static void
add_list (Form *form)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  form->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (form->heading), TRUE);
  gtk_widget_add_css_class (form->heading, "heading");
  koyomi_form_dialog_append (form->dialog, form->heading);

  form->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (form->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tr (form, N_("Functions that would lack somebody")), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), form->list);
  koyomi_form_dialog_append (form->dialog, frame);
}

static GtkWidget *
add_choice (Form       *form,
            GtkWidget  *group,
            const char *text)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (text);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  koyomi_form_dialog_append (form->dialog, check);

  return check;
}

static void
add_choices (Form *form)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (form, N_("Choose a team")));
  for (guint i = 0; i < form->others->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (form->others, i)));

  form->hand_over = add_choice (form, NULL, tr (form, N_("_Hand its functions over to another team")));
  form->successor = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_widget_set_margin_start (form->successor, 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->successor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tr (form, N_("Team that takes over")), -1);
  koyomi_form_dialog_append (form->dialog, form->successor);
  form->end = add_choice (form, form->hand_over, tr (form, N_("_End its assignments on this day")));
  add_choice (form, form->hand_over, tr (form, N_("Lea_ve its assignments, to be mended later")));

  gtk_widget_set_sensitive (form->hand_over, form->others->len > 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->others->len > 0 ? form->hand_over : form->end), TRUE);
  g_signal_connect_swapped (form->hand_over, "toggled", G_CALLBACK (choice_cb), form);
  g_signal_connect_swapped (form->successor, "notify::selected", G_CALLBACK (choice_cb), form);
  choice_cb (form);
}

void
koyomi_retire_dialog_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           team)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_TEAM, team, language, &error);
  g_autofree char *title = NULL;
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->team = team;
  if (record == NULL || (form->others = list_others (form, &error)) == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("The teams could not be read")), error);
      g_object_unref (form->workspace);
      g_free (form);
      return;
    }

  /* Translators: %s is a team */
  title = g_strdup_printf (koyomi_tr (language, N_("Retire “%s”")), koyomi_record_get_title (record));
  form->first_day = koyomi_record_get_day (record, KOYOMI_TEAM_ACTIVE_FROM);
  form->dialog = koyomi_form_dialog_new (parent, language, title, koyomi_tr (language, N_("_Retire")));
  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_set_destructive (form->dialog);
  add_day (form);
  add_list (form);
  add_choices (form);
  show_uncovered (form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
