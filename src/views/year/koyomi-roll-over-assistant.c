#include "koyomi-roll-over-assistant.h"

#include "koyomi-closed-year.h"
#include "koyomi-day.h"
#include "koyomi-roll-activities.h"
#include "koyomi-roll-over.h"
#include "koyomi-roll-unfinished-page.h"

/* More of them help nobody. */
#define MAX_SENTENCES 12

typedef enum
{
  PAGE_YEARS,
  PAGE_ACTIVITIES,
  PAGE_UNFINISHED,
  PAGE_SUMMARY,
  PAGE_DONE,
  N_PAGES
} Page;

struct _KoyomiRollOverAssistant
{
  KoyomiPlanWindow          parent_instance;

  GtkWidget                *back_button;
  GtkWidget                *next_button;
  GtkWidget                *apply_button;
  GtkWidget                *close_button;
  GtkWidget                *show_button;
  AdwWindowTitle           *title;
  GtkStack                 *stack;
  AdwComboRow              *year;
  AdwActionRow             *into;
  GtkSwitch                *close_year;
  GtkWidget                *close_row;
  GtkWidget                *close_now_button;
  GtkWidget                *reopen_row;
  GtkWidget                *reopen_button;
  GtkLabel                 *years_message;
  GtkWidget                *activities_box;
  GtkWidget                *unfinished_box;
  GtkLabel                 *sum_label;
  GtkLabel                 *numbers_label;
  GtkWidget                *open_box;
  GtkLabel                 *open_label;
  AdwStatusPage            *done_page;

  GtkWidget                *calendar;         /* that can show the new year; NULL when it is gone */
  KoyomiRollActivities     *activities;
  KoyomiRollUnfinishedPage *unfinished;
  KoyomiRollOver           *roll_over;        /* NULL until the first page was left */
  gboolean                  is_used_up;       /* it was applied, or is for a plan that has changed since */
  GArray                   *years;            /* (element-type KoyomiFiscalYear), as the row has them */
  Page                      page;
  gboolean                  is_refreshing;
  gboolean                  is_own_change;    /* the plan's next change is what was applied here */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, back_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, next_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, apply_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, close_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, show_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, title),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, stack),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, year),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, into),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, close_year),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, close_row),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, close_now_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, reopen_row),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, reopen_button),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, years_message),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, activities_box),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, unfinished_box),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, sum_label),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, numbers_label),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, open_box),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, open_label),
  KOYOMI_UI_CHILD (KoyomiRollOverAssistant, done_page),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRollOverAssistant, koyomi_roll_over_assistant, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiSession *
get_session (KoyomiRollOverAssistant *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiRollOverAssistant *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiFiscalYear
get_year (KoyomiRollOverAssistant *self)
{
  guint selected = adw_combo_row_get_selected (self->year);

  return g_array_index (self->years, KoyomiFiscalYear, MIN (selected, self->years->len - 1));
}

static KoyomiFiscalYear
get_next_year (KoyomiRollOverAssistant *self)
{
  KoyomiFiscalYear year = get_year (self);

  year.year++;

  return year;
}

static gboolean
is_over (KoyomiRollOverAssistant *self)
{
  return koyomi_fiscal_year_get_last_day (get_year (self)) < koyomi_day_today ();
}

/* What the first page says about the year that is chosen. A closed one can be opened again, not rolled over again. */
static void
show_year (KoyomiRollOverAssistant *self)
{
  gboolean can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  gboolean is_closed = koyomi_session_is_year_closed (get_session (self), get_year (self));
  g_autofree char *next = koyomi_fiscal_year_format (get_next_year (self), get_language (self));

  adw_action_row_set_subtitle (self->into, next);
  gtk_widget_set_visible (self->close_row, !is_closed && is_over (self));
  gtk_widget_set_sensitive (self->close_now_button, can_edit);
  gtk_widget_set_visible (self->reopen_row, is_closed);
  gtk_widget_set_sensitive (self->reopen_button, can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_year), !is_closed);
  gtk_widget_set_visible (GTK_WIDGET (self->years_message), is_closed);
  gtk_widget_set_sensitive (self->next_button, can_edit && !is_closed);

  /* What cannot be pressed loses the focus that it was given. */
  if (is_closed && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (can_edit ? self->reopen_button : GTK_WIDGET (self->year));
}

static const char *
get_page_title (Page page)
{
  static const char * const titles[N_PAGES] = {
    [PAGE_YEARS] = N_("Which year"),
    [PAGE_ACTIVITIES] = N_("Activities"),
    [PAGE_UNFINISHED] = N_("Unfinished runs"),
    [PAGE_SUMMARY] = N_("Summary"),
    [PAGE_DONE] = N_("Done"),
  };

  return titles[page];
}

static void
show_page (KoyomiRollOverAssistant *self,
           Page                     page)
{
  static const char * const names[N_PAGES] = { "years", "activities", "unfinished", "summary", "done" };

  g_autofree char *step = NULL;

  self->page = page;
  gtk_stack_set_visible_child_name (self->stack, names[page]);
  gtk_widget_set_visible (self->back_button, page > PAGE_YEARS && page < PAGE_DONE);
  gtk_widget_set_visible (self->next_button, page < PAGE_SUMMARY);
  gtk_widget_set_visible (self->apply_button, page == PAGE_SUMMARY);
  gtk_widget_set_visible (self->close_button, page == PAGE_DONE);
  gtk_window_set_default_widget (GTK_WINDOW (self), page < PAGE_SUMMARY ? self->next_button
                                                                         : page == PAGE_SUMMARY ? self->apply_button
                                                                                                : self->show_button);
  if (page != PAGE_YEARS)
    gtk_widget_set_sensitive (self->next_button, TRUE);

  if (page < PAGE_DONE)
    /* Translators: %1$d of %2$d is the number of a page, %3$s its title */
    step = g_strdup_printf (koyomi_tr (get_language (self), N_("%1$d of %2$d: %3$s")), page + 1, PAGE_DONE,
                            koyomi_tr (get_language (self), get_page_title (page)));
  adw_window_title_set_subtitle (self->title, step != NULL ? step : "");
}

static void
show_sum (KoyomiRollOverAssistant *self,
          const KoyomiRollCounts  *counts)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *from = koyomi_fiscal_year_format (self->roll_over->from, language);
  g_autofree char *to = koyomi_fiscal_year_format (self->roll_over->to, language);
  /* Translators: activities of the new year %1$s: %2$u = those of the old year %3$s: %4$u − dropped %5$u + added %6$u */
  g_autofree char *sum = g_strdup_printf (koyomi_tr (language, N_("Activities of %1$s: %2$u = %4$u of %3$s − %5$u dropped + %6$u added")),
                                          to, counts->n_new, from, counts->n_old, counts->n_dropped, counts->n_added);
  g_autofree char *runs = g_strdup_printf (koyomi_tr (language, N_("Runs of %s: %u, of which %u are made now")), to, counts->n_runs,
                                           counts->n_made);
  g_autofree char *meetings = g_strdup_printf (koyomi_tr (language, N_("Meetings of %s: %u, of which %u are made now")), to,
                                               counts->n_meetings, counts->n_meetings_made);
  g_autofree char *unfinished = NULL;
  g_autofree char *numbers = NULL;

  unfinished = g_strdup_printf (koyomi_tr (language, N_("Unfinished runs of %s: %u = %u carried over + %u missed + %u skipped + "
                                                        "%u left open")), from, counts->n_unfinished, counts->n_carried,
                                counts->n_missed, counts->n_skipped, counts->n_left);
  numbers = g_strdup_printf ("%s\n%s\n%s", runs, meetings, unfinished);
  gtk_label_set_label (self->sum_label, sum);
  gtk_label_set_label (self->numbers_label, numbers);
}

/* The first of the sentences, and how many there are besides. */
static char *
join_sentences (KoyomiRollOverAssistant *self,
                GPtrArray               *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (sentences->len, MAX_SENTENCES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (sentences, i));
  if (sentences->len > MAX_SENTENCES)
    g_string_append_printf (text, koyomi_ntr (get_language (self), "\nand %u more", "\nand %u more", sentences->len - MAX_SENTENCES),
                            sentences->len - MAX_SENTENCES);

  return g_string_free (text, FALSE);
}

/* What is still to be said keeps anybody from applying it. */
static void
show_summary (KoyomiRollOverAssistant *self)
{
  KoyomiRollCounts counts = koyomi_roll_over_count (self->roll_over);
  g_autoptr(GPtrArray) open = koyomi_roll_over_check (self->roll_over, get_language (self));
  g_autofree char *text = join_sentences (self, open);

  show_sum (self, &counts);
  gtk_widget_set_sensitive (self->apply_button, open->len == 0);
  gtk_widget_set_visible (self->open_box, open->len > 0);
  gtk_label_set_label (self->open_label, text);
}

static void
fail (KoyomiRollOverAssistant *self,
      const char              *title,
      const GError            *error)
{
  koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), title), error);
}

/* Plans the roll-over of the year that was chosen, unless that is planned already. */
static gboolean
plan (KoyomiRollOverAssistant *self)
{
  KoyomiFiscalYear year = get_year (self);
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  g_autoptr(GError) error = NULL;

  if (self->roll_over == NULL || self->is_used_up || self->roll_over->from.year != year.year)
    {
      roll_over = koyomi_session_plan_roll_over (get_session (self), year, get_language (self), &error);
      if (roll_over == NULL)
        {
          fail (self, N_("The year could not be prepared"), error);
          return FALSE;
        }

      koyomi_roll_activities_show (self->activities, roll_over);
      koyomi_roll_unfinished_page_show (self->unfinished, roll_over);
      g_clear_pointer (&self->roll_over, koyomi_roll_over_free);
      self->roll_over = g_steal_pointer (&roll_over);
      self->is_used_up = FALSE;
    }

  self->roll_over->close_year = gtk_switch_get_active (self->close_year);

  return TRUE;
}

static void
next_cb (KoyomiRollOverAssistant *self)
{
  if (self->page == PAGE_YEARS && !plan (self))
    return;

  if (self->page + 1 == PAGE_SUMMARY)
    show_summary (self);
  show_page (self, self->page + 1);
}

static void
back_cb (KoyomiRollOverAssistant *self)
{
  show_page (self, self->page - 1);
  if (self->page == PAGE_YEARS)
    show_year (self);
}

/* Goes on in the year that was planned. */
static void
show_cb (KoyomiRollOverAssistant *self)
{
  if (self->calendar != NULL)
    gtk_widget_activate_action (self->calendar, "calendar.show-year", "i", self->roll_over->to.year);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_done (KoyomiRollOverAssistant *self)
{
  g_autofree char *to = koyomi_fiscal_year_format (self->roll_over->to, get_language (self));
  /* Translators: %s is a fiscal year */
  g_autofree char *title = g_strdup_printf (koyomi_tr (get_language (self), N_("%s is planned")), to);
  /* Translators: the button that goes to that fiscal year in the calendar */
  g_autofree char *label = g_strdup_printf (koyomi_tr (get_language (self), N_("_Show %s")), to);

  adw_status_page_set_title (self->done_page, title);
  gtk_button_set_label (GTK_BUTTON (self->show_button), label);
  show_page (self, PAGE_DONE);
  gtk_widget_grab_focus (self->show_button);
}

static void
apply_cb (KoyomiRollOverAssistant *self)
{
  g_autoptr(GError) error = NULL;

  self->is_used_up = TRUE;
  self->is_own_change = TRUE;
  if (koyomi_roll_over_apply (self->roll_over, get_session (self), get_language (self), &error))
    show_done (self);
  else
    {
      self->is_own_change = FALSE;
      fail (self, N_("The year was not rolled over"), error);
      show_page (self, PAGE_YEARS);
    }
}

static void
close_year_cb (KoyomiRollOverAssistant *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_close_year (get_session (self), get_year (self), get_language (self), &error))
    fail (self, N_("The year was not closed"), error);
}

static void
reopen_cb (KoyomiRollOverAssistant *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_open_year (get_session (self), get_year (self), get_language (self), &error))
    fail (self, N_("The year was not opened again"), error);
}

/* A year that is not over yet is not to be closed unless somebody wants it. */
static void
propose_close (KoyomiRollOverAssistant *self)
{
  gtk_switch_set_active (self->close_year, is_over (self));
}

static void
year_selected_cb (KoyomiRollOverAssistant *self)
{
  if (self->is_refreshing)
    return;

  propose_close (self);
  show_year (self);
}

/* The years that have runs, else this one. */
static gboolean
fill_years (KoyomiRollOverAssistant  *self,
            GError                  **error)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  KoyomiFiscalYear today = koyomi_session_get_fiscal_year (get_session (self), koyomi_day_today ());
  KoyomiFiscalYear chosen = self->years != NULL ? get_year (self) : today;
  GArray *years = koyomi_session_list_fiscal_years (get_session (self), error);
  guint selected = 0;

  if (years == NULL)
    return FALSE;

  if (years->len == 0)
    g_array_append_val (years, today);

  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *name = koyomi_fiscal_year_format (g_array_index (years, KoyomiFiscalYear, i), get_language (self));

      gtk_string_list_append (names, name);
      if (g_array_index (years, KoyomiFiscalYear, i).year == chosen.year)
        selected = i;
    }

  g_clear_pointer (&self->years, g_array_unref);
  self->years = years;
  adw_combo_row_set_model (self->year, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->year, selected);

  return TRUE;
}

/* What was planned was planned for the plan as it stood: it begins anew. */
static gboolean
koyomi_roll_over_assistant_refresh (KoyomiPlanWindow  *window,
                                    GError           **error)
{
  KoyomiRollOverAssistant *self = KOYOMI_ROLL_OVER_ASSISTANT (window);
  gboolean is_filled;

  if (self->is_own_change)
    {
      self->is_own_change = FALSE;
      return TRUE;
    }

  self->is_refreshing = TRUE;
  is_filled = fill_years (self, error);
  self->is_refreshing = FALSE;
  if (!is_filled)
    return FALSE;

  self->is_used_up = TRUE;
  show_page (self, PAGE_YEARS);
  propose_close (self);
  show_year (self);

  return TRUE;
}

static void
koyomi_roll_over_assistant_dispose (GObject *object)
{
  KoyomiRollOverAssistant *self = KOYOMI_ROLL_OVER_ASSISTANT (object);

  self->is_refreshing = TRUE;
  koyomi_ui_clear (self, children);

  G_OBJECT_CLASS (koyomi_roll_over_assistant_parent_class)->dispose (object);
}

static void
koyomi_roll_over_assistant_finalize (GObject *object)
{
  KoyomiRollOverAssistant *self = KOYOMI_ROLL_OVER_ASSISTANT (object);

  g_clear_weak_pointer (&self->calendar);
  g_clear_pointer (&self->roll_over, koyomi_roll_over_free);
  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (koyomi_roll_over_assistant_parent_class)->finalize (object);
}

static void
koyomi_roll_over_assistant_class_init (KoyomiRollOverAssistantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_roll_over_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_roll_over_assistant_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_roll_over_assistant_refresh;
}

static void
koyomi_roll_over_assistant_init (KoyomiRollOverAssistant *self)
{
}

/**
 * koyomi_roll_over_assistant_present:
 * @calendar: (nullable): shows the new year in the end
 */
void
koyomi_roll_over_assistant_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    GtkWidget       *calendar)
{
  KoyomiRollOverAssistant *self = g_object_new (KOYOMI_TYPE_ROLL_OVER_ASSISTANT, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  g_set_weak_pointer (&self->calendar, calendar);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-roll-over-assistant", children);
  self->activities = KOYOMI_ROLL_ACTIVITIES (koyomi_roll_activities_new (language));
  self->unfinished = KOYOMI_ROLL_UNFINISHED_PAGE (koyomi_roll_unfinished_page_new (language));
  gtk_widget_set_vexpand (GTK_WIDGET (self->activities), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->unfinished), TRUE);
  gtk_box_append (GTK_BOX (self->activities_box), GTK_WIDGET (self->activities));
  gtk_box_append (GTK_BOX (self->unfinished_box), GTK_WIDGET (self->unfinished));

  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (year_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close_now_button, "clicked", G_CALLBACK (close_year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reopen_button, "clicked", G_CALLBACK (reopen_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->next_button);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
