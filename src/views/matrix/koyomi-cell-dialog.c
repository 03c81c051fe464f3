#include "koyomi-cell-dialog.h"

#include "koyomi-assignment.h"
#include "koyomi-cell-edit.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-letters.h"
#include "koyomi-record-edit.h"
#include "koyomi-text-field.h"

typedef struct
{
  KoyomiWorkspace  *workspace;
  gint64            function;
  gint64            team;
  guint32           as_of;         /* the day that it is looked at */
  KoyomiAlphabet   *alphabet;
  GPtrArray        *assignments;   /* (element-type KoyomiRecord): drafts of those of the cell, and behind them a new one */
  GPtrArray        *people;        /* (element-type KoyomiRecord): of the team */
  GPtrArray        *deputies;      /* (element-type KoyomiRecord): of all teams */
  guint             shown;         /* which assignment the fields show */

  KoyomiFormDialog *dialog;        /* not owned, as are those below */
  GtkWidget        *which;
  GPtrArray        *letters;       /* (element-type GtkWidget), but this is owned */
  GtkWidget        *person;
  GtkWidget        *deputy;
  KoyomiDayEntry   *from;
  KoyomiDayEntry   *to;
  KoyomiTextField  *note;
  GtkWidget        *times;
  GtkWidget        *later;
  KoyomiDayEntry   *day;
  GtkWidget        *remove;
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_clear_pointer (&form->alphabet, koyomi_alphabet_free);
  g_clear_pointer (&form->assignments, g_ptr_array_unref);
  g_clear_pointer (&form->people, g_ptr_array_unref);
  g_clear_pointer (&form->deputies, g_ptr_array_unref);
  g_clear_pointer (&form->letters, g_ptr_array_unref);
  g_object_unref (form->workspace);
  g_free (form);
}

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

static KoyomiRecord *
get_shown (Form *form)
{
  return g_ptr_array_index (form->assignments, form->shown);
}

/* The last of the assignments is one that is not there yet. */
static gboolean
is_new (Form *form)
{
  return form->shown + 1 == form->assignments->len;
}

static gint64
get_selected (GtkWidget *choice,
              GPtrArray *people)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return index > 0 && index <= people->len ? koyomi_record_get_id (g_ptr_array_index (people, index - 1)) : 0;
}

static void
select_person (GtkWidget *choice,
               GPtrArray *people,
               gint64     id)
{
  guint index = 0;

  for (guint i = 0; i < people->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (people, i)) == id)
      index = i + 1;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), index);
}

static void
set_number (KoyomiRecord *assignment,
            int           field,
            gint64        value)
{
  if (koyomi_record_get_int (assignment, field) != value)
    koyomi_record_set_int (assignment, field, value);
}

static void
set_text (KoyomiRecord *assignment,
          int           field,
          const char   *text)
{
  if (g_strcmp0 (koyomi_record_get_text (assignment, field), text) != 0)
    koyomi_record_set_text (assignment, field, text);
}

static KoyomiLetters
read_letters (Form *form)
{
  KoyomiLetters letters = KOYOMI_LETTERS_NONE;

  for (guint i = 0; i < form->letters->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->letters, i)))
      letters |= (KoyomiLetters) 1 << i;

  return letters;
}

/* Takes what the fields say into the draft.
 * Returns: FALSE when something is wrong with it, which is shown */
static gboolean
collect (Form *form)
{
  KoyomiRecord *assignment = get_shown (form);
  g_autofree char *letters = koyomi_alphabet_format (form->alphabet, read_letters (form));
  g_autofree char *note = koyomi_text_field_dup_text (form->note);

  if (!koyomi_day_entry_commit (form->from) || !koyomi_day_entry_commit (form->to) || !koyomi_day_entry_commit (form->day))
    return FALSE;

  if (koyomi_day_entry_get_day (form->to) != KOYOMI_DAY_NONE &&
      koyomi_day_entry_get_day (form->to) < koyomi_day_entry_get_day (form->from))
    {
      koyomi_day_entry_set_message (form->to, tr (form, N_("The last day comes before the first.")));
      return FALSE;
    }

  if (koyomi_alphabet_read (form->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS)) != read_letters (form))
    koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);
  set_number (assignment, KOYOMI_ASSIGNMENT_PERSON, get_selected (form->person, form->people));
  set_number (assignment, KOYOMI_ASSIGNMENT_DEPUTY, get_selected (form->deputy, form->deputies));
  set_number (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, koyomi_day_entry_get_day (form->from));
  set_number (assignment, KOYOMI_ASSIGNMENT_TO_DAY, koyomi_day_entry_get_day (form->to));
  set_text (assignment, KOYOMI_ASSIGNMENT_NOTE, note);

  return TRUE;
}

static void
show_assignment (Form *form)
{
  KoyomiRecord *assignment = get_shown (form);
  KoyomiLetters letters = koyomi_alphabet_read (form->alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));

  for (guint i = 0; i < form->letters->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (form->letters, i), (letters & (KoyomiLetters) 1 << i) != 0);
  select_person (form->person, form->people, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON));
  select_person (form->deputy, form->deputies, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY));
  koyomi_day_entry_replace_day (form->from, koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY));
  koyomi_day_entry_replace_day (form->to, koyomi_record_get_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY));
  koyomi_text_field_replace (form->note, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_NOTE));
  gtk_widget_set_visible (form->times, !is_new (form));
  gtk_widget_set_visible (form->remove, !is_new (form));
}

static void
which_cb (Form *form)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->which));

  if (selected == form->shown || selected >= form->assignments->len)
    return;

  if (collect (form))
    {
      form->shown = selected;
      show_assignment (form);
    }
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (form->which), form->shown);
}

/* Returns: (transfer container): those that say something else than the plan; a new one needs letters for that */
static GPtrArray *
list_changed (Form *form)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < form->assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (form->assignments, i);
      gboolean is_there = i + 1 < form->assignments->len;

      if (koyomi_record_has_changes (assignment) &&
          (is_there || *koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS) != '\0'))
        g_ptr_array_add (changed, assignment);
    }

  return changed;
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  gboolean is_later = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->later));
  g_autoptr(GPtrArray) changed = NULL;
  g_autoptr(GError) error = NULL;

  if (!collect (form))
    return FALSE;

  changed = list_changed (form);
  if (koyomi_assignments_change (koyomi_workspace_get_session (form->workspace), changed,
                                 is_later ? KOYOMI_CELLS_FROM_DAY : KOYOMI_CELLS_IN_PLACE, koyomi_day_entry_get_day (form->day),
                                 koyomi_workspace_get_language (form->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, tr (form, N_("The assignment was not changed")), error);

  return FALSE;
}

static void
remove_cb (Form *form)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_session_remove (koyomi_workspace_get_session (form->workspace), KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (get_shown (form)),
                             koyomi_workspace_get_language (form->workspace), &error))
    gtk_window_close (GTK_WINDOW (form->dialog));
  else
    koyomi_workspace_fail (form->workspace, tr (form, N_("The assignment was not changed")), error);
}

static gboolean
take_cb (gpointer input)
{
  return TRUE;
}

static GtkWidget *
make_caption (const char *text,
              GtkWidget  *input)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), input);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* @name: for screen readers */
static GtkWidget *
make_choice (GtkStringList  *names,
             const char     *caption,
             const char     *name,
             GtkWidget      *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), make_caption (caption, choice));
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (line), box);

  return choice;
}

static GtkWidget *
add_line (Form *form)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  koyomi_form_dialog_append (form->dialog, line);

  return line;
}

/* Such as “RA, 2026-04-01 –”. */
static char *
describe (Form         *form,
          KoyomiRecord *assignment)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autofree char *from = koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, language);
  g_autofree char *to = koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_TO_DAY, language);
  const char *letters = koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS);
  const char *person = "";

  for (guint i = 0; i < form->people->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (form->people, i)) == koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_PERSON))
      person = koyomi_record_get_title (g_ptr_array_index (form->people, i));

  if (*from == '\0' && *to == '\0')
    return g_strdup_printf ("%s  %s", letters, person);

  return g_strdup_printf ("%s  %s  %s – %s", letters, person, from, to);
}

static void
add_which (Form *form)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *line = add_line (form);

  for (guint i = 0; i + 1 < form->assignments->len; i++)
    {
      g_autofree char *name = describe (form, g_ptr_array_index (form->assignments, i));

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, tr (form, N_("One more, beside these")));

  form->which = make_choice (names, tr (form, N_("_Assignment")), tr (form, N_("Assignment")), line);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->which), form->shown);
  gtk_widget_set_visible (line, form->assignments->len > 1);
  g_signal_connect_swapped (form->which, "notify::selected", G_CALLBACK (which_cb), form);
}

static void
add_letters (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->letters = g_ptr_array_new ();
  for (guint i = 0; i < koyomi_alphabet_get_n_letters (form->alphabet); i++)
    {
      const char *letter = koyomi_alphabet_get_letter (form->alphabet, i);
      const char *name = koyomi_alphabet_get_name (form->alphabet, i, language);
      const char *meaning = koyomi_alphabet_get_meaning (form->alphabet, i, language);
      g_autofree char *text = *meaning != '\0' ? g_strdup_printf ("%s  %s: %s", letter, name, meaning)
                                               : g_strdup_printf ("%s  %s", letter, name);
      GtkWidget *check = gtk_check_button_new_with_label (text);

      gtk_box_append (GTK_BOX (box), check);
      g_ptr_array_add (form->letters, check);
    }
  koyomi_form_dialog_append (form->dialog, box);
}

static GtkStringList *
list_names (GPtrArray  *people,
            const char *none)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, none);
  for (guint i = 0; i < people->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (people, i)));

  return names;
}

static void
add_people (Form *form)
{
  g_autoptr(GtkStringList) people = list_names (form->people, tr (form, N_("Nobody in particular")));
  g_autoptr(GtkStringList) deputies = list_names (form->deputies, tr (form, N_("Nobody")));
  GtkWidget *line = add_line (form);

  form->person = make_choice (people, tr (form, N_("_Person")), tr (form, N_("Person")), line);
  form->deputy = make_choice (deputies, tr (form, N_("Dep_uty")), tr (form, N_("Deputy")), line);
}

static KoyomiDayEntry *
add_day (Form       *form,
         GtkWidget  *line,
         const char *caption)
{
  GtkWidget *entry = koyomi_day_entry_new (caption, koyomi_workspace_get_language (form->workspace));

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (entry)));
  koyomi_day_entry_set_optional (KOYOMI_DAY_ENTRY (entry), TRUE);
  g_signal_connect (entry, "commit", G_CALLBACK (take_cb), NULL);
  gtk_box_append (GTK_BOX (line), entry);

  return KOYOMI_DAY_ENTRY (entry);
}

static void
add_days_and_note (Form *form)
{
  GtkWidget *line = add_line (form);
  GtkWidget *note = koyomi_text_field_new_multi_line (tr (form, N_("No_te")));

  form->from = add_day (form, line, tr (form, N_("_First day")));
  form->to = add_day (form, line, tr (form, N_("_Last day")));
  form->note = KOYOMI_TEXT_FIELD (note);
  g_signal_connect (note, "commit", G_CALLBACK (take_cb), NULL);
  koyomi_form_dialog_append (form->dialog, note);
}

static void
time_cb (Form *form)
{
  gtk_widget_set_sensitive (GTK_WIDGET (form->day), gtk_check_button_get_active (GTK_CHECK_BUTTON (form->later)));
}

/* Whether a change is a correction or a re-organisation. */
static void
add_times (Form *form)
{
  GtkWidget *now = gtk_check_button_new_with_mnemonic (tr (form, N_("Correct _it, as if it had always been so")));

  form->times = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  form->later = gtk_check_button_new_with_mnemonic (tr (form, N_("_Re-organise: what holds now ends, and this begins")));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (form->later), GTK_CHECK_BUTTON (now));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (now), TRUE);
  gtk_box_append (GTK_BOX (form->times), now);
  gtk_box_append (GTK_BOX (form->times), form->later);
  form->day = add_day (form, form->times, tr (form, N_("_Effective from")));
  koyomi_day_entry_set_optional (form->day, FALSE);
  koyomi_day_entry_replace_day (form->day, form->as_of);
  gtk_widget_set_margin_start (GTK_WIDGET (form->day), 28);
  koyomi_form_dialog_append (form->dialog, form->times);
  g_signal_connect_swapped (form->later, "toggled", G_CALLBACK (time_cb), form);
  time_cb (form);
}

static void
add_remove (Form *form)
{
  form->remove = gtk_button_new_with_mnemonic (tr (form, N_("_Delete Assignment")));
  gtk_widget_set_halign (form->remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (form->remove, "destructive-action");
  g_signal_connect_swapped (form->remove, "clicked", G_CALLBACK (remove_cb), form);
  koyomi_form_dialog_set_footer (form->dialog, form->remove);
}

/* Which assignment is shown can still be chosen. */
static void
set_can_edit (Form     *form,
              gboolean  can_edit)
{
  GtkWidget *inputs[] = {
    form->person, form->deputy, GTK_WIDGET (form->from), GTK_WIDGET (form->to), GTK_WIDGET (form->note), form->times, form->remove,
  };

  for (guint i = 0; i < form->letters->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (form->letters, i), can_edit);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    gtk_widget_set_sensitive (inputs[i], can_edit);
  koyomi_form_dialog_set_can_accept (form->dialog, can_edit);
}

/* Keeps of the function's assignments those of the team, and adds a new one; what holds on the day is shown first. */
static void
pick_assignments (Form *form)
{
  KoyomiRecord *fresh = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  for (guint i = form->assignments->len; i > 0; i--)
    if (koyomi_record_get_int (g_ptr_array_index (form->assignments, i - 1), KOYOMI_ASSIGNMENT_TEAM) != form->team)
      g_ptr_array_remove_index (form->assignments, i - 1);

  for (guint i = form->assignments->len; i > 0; i--)
    if (koyomi_assignment_holds_on (g_ptr_array_index (form->assignments, i - 1), form->as_of))
      form->shown = i - 1;

  koyomi_record_set_int (fresh, KOYOMI_ASSIGNMENT_FUNCTION, form->function);
  koyomi_record_set_int (fresh, KOYOMI_ASSIGNMENT_TEAM, form->team);
  g_ptr_array_add (form->assignments, fresh);
}

static gboolean
load (Form    *form,
      GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(GPtrArray) letters = NULL;

  if ((letters = koyomi_session_list (session, KOYOMI_TABLE_LETTER, 0, 0, language, error)) == NULL ||
      (form->people = koyomi_session_list (session, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, form->team, language, error)) == NULL ||
      (form->deputies = koyomi_session_list (session, KOYOMI_TABLE_PERSON, 0, 0, language, error)) == NULL ||
      (form->assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, form->function, language,
                                                error)) == NULL)
    return FALSE;

  form->alphabet = koyomi_alphabet_new (letters);
  pick_assignments (form);

  return TRUE;
}

static char *
name_cell (Form    *form,
           GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  g_autoptr(KoyomiRecord) function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, form->function, language, error);
  g_autoptr(KoyomiRecord) team = function != NULL ? koyomi_session_get (session, KOYOMI_TABLE_TEAM, form->team, language, error) : NULL;

  if (team == NULL)
    return NULL;

  return g_strdup_printf ("%s · %s", koyomi_record_get_title (team), koyomi_record_get_title (function));
}

static void
build (Form       *form,
       GtkWindow  *parent,
       const char *title)
{
  GtkWidget *heading = gtk_label_new (title);

  form->dialog = koyomi_form_dialog_new (parent, koyomi_workspace_get_language (form->workspace), tr (form, N_("Assignment")),
                                         tr (form, N_("_OK")));
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  koyomi_form_dialog_append (form->dialog, heading);
  add_which (form);
  add_letters (form);
  add_people (form);
  add_days_and_note (form);
  add_times (form);
  add_remove (form);
  koyomi_form_dialog_make_tall (form->dialog);
  koyomi_form_dialog_set_first_focus (form->dialog, g_ptr_array_index (form->letters, 0));
  set_can_edit (form, koyomi_workspace_can_edit (form->workspace));
}

/* Shows what the team has to do with the function, to be changed; nothing is written before OK. @day: as of which it is looked at */
void
koyomi_cell_dialog_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            gint64           function,
                            gint64           team,
                            guint32          day)
{
  Form *form = g_new0 (Form, 1);
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  form->workspace = g_object_ref (workspace);
  form->function = function;
  form->team = team;
  form->as_of = day;
  if ((title = name_cell (form, &error)) == NULL || !load (form, &error))
    {
      koyomi_workspace_fail (workspace, tr (form, N_("The plan could not be read")), error);
      free_form (form, NULL);
      return;
    }

  build (form, parent, title);
  show_assignment (form);
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
