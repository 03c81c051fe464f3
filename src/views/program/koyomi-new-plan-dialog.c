#include "koyomi-new-plan-dialog.h"

#include "koyomi-application.h"
#include "koyomi-choices.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-fiscal-year.h"
#include "koyomi-month-names.h"
#include "koyomi-plan-chooser.h"
#include "koyomi-template.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

typedef struct
{
  GtkWindow      *dialog;
  GSettings      *settings;
  KoyomiLanguage  language;
  GtkWidget      *cric_button;
  GtkWidget      *organisation_row;
  GtkWidget      *year_spin;
  AdwComboRow    *month_row;
  AdwComboRow    *language_row;
  AdwComboRow    *months_row;
} NewPlan;

/* What the worker is given. */
typedef struct
{
  KoyomiPlanOptions  options;
  char              *organisation;
  char              *path;
  GtkWindow         *dialog;    /* NULL once it is gone */
} Making;

static void
free_new_plan (gpointer data)
{
  NewPlan *self = data;

  g_object_unref (self->settings);
  g_free (self);
}

static void
free_making (gpointer data)
{
  Making *making = data;

  g_clear_weak_pointer (&making->dialog);
  g_free (making->organisation);
  g_free (making->path);
  g_free (making);
}

static Making *
read_options (NewPlan *self,
              GFile   *file)
{
  Making *making = g_new0 (Making, 1);
  gboolean is_cric = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cric_button));

  g_set_weak_pointer (&making->dialog, self->dialog);
  making->path = g_file_get_path (file);
  making->organisation = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organisation_row))));
  making->options = (KoyomiPlanOptions) {
    .template = is_cric ? KOYOMI_TEMPLATE_CRIC : KOYOMI_TEMPLATE_EMPTY,
    .fiscal_year = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->year_spin)),
    .start_month = adw_combo_row_get_selected (self->month_row) + 1,
    .adjusted_months = is_cric && adw_combo_row_get_selected (self->months_row) == 1,
    .language = adw_combo_row_get_selected (self->language_row),
    .organisation = making->organisation,
  };

  return making;
}

static gboolean
make_plan (gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  const Making *making = data;

  return koyomi_plan_create (making->path, &making->options, progress, progress_data, cancellable, error);
}

static void
plan_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  const Making *making = data;
  g_autoptr(GFile) file = g_file_new_for_path (making->path);
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);
  NewPlan *self = making->dialog != NULL ? g_object_get_data (G_OBJECT (making->dialog), "new-plan") : NULL;
  GtkWindow *parent;

  if (self == NULL)
    return;

  parent = gtk_window_get_transient_for (self->dialog);
  gtk_widget_set_sensitive (GTK_WIDGET (self->dialog), TRUE);
  if (!done)
    koyomi_error_dialog_present (self->dialog, self->language, koyomi_tr (self->language, "The plan was not made"), making->path,
                                 error);
  else
    {
      gtk_window_destroy (self->dialog);
      koyomi_application_open_plan (koyomi_application_of_window (parent), file, parent);
    }
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  data)
{
  NewPlan *self = data;
  Making *making = read_options (self, file);

  gtk_widget_set_sensitive (GTK_WIDGET (self->dialog), FALSE);
  koyomi_work_run (self->dialog, self->language, koyomi_tr (self->language, "Making the plan"), make_plan, making, free_making,
                   plan_made_cb, making);
}

static void
free_chosen (gpointer  data,
             GClosure *closure)
{
  g_object_unref (((NewPlan *) data)->dialog);
}

/* Returns: (transfer full): a file's name that says whose plan it is and of which year */
static char *
propose_name (NewPlan *self)
{
  KoyomiFiscalYear year = { gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->year_spin)), 4 };
  g_autofree char *organisation = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organisation_row))));
  g_autofree char *shown = koyomi_fiscal_year_format (year, self->language);

  g_strdelimit (organisation, "/\\:*?\"<>|", '-');
  if (*organisation == '\0')
    /* Translators: the name proposed for a file; a fiscal year */
    return g_strdup_printf (koyomi_tr (self->language, "Security plan %s.koyomi"), shown);

  return g_strdup_printf ("%s %s.koyomi", organisation, shown);
}

static void
create_cb (NewPlan *self)
{
  g_autofree char *name = propose_name (self);

  g_object_ref (self->dialog);
  koyomi_plan_chooser_save (self->dialog, self->settings, self->language, koyomi_tr (self->language, "Where to Keep the Plan"), name,
                            place_chosen_cb, self, free_chosen);
}

static void
fill (NewPlan *self)
{
  g_autoptr(GListModel) months = koyomi_month_names_new (self->language);
  g_autoptr(GtkStringList) languages = gtk_string_list_new (NULL);
  int start_month = g_settings_get_int (self->settings, "start-month");

  /* Each language is called by its own name, whatever the window speaks. */
  gtk_string_list_append (languages, "日本語");
  gtk_string_list_append (languages, "English");
  adw_combo_row_set_model (self->month_row, months);
  adw_combo_row_set_selected (self->month_row, start_month - 1);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (languages));
  adw_combo_row_set_selected (self->language_row, self->language);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->year_spin), koyomi_fiscal_year_of_day (koyomi_day_today (), start_month).year);
}

/* The first thing that one types is the company's name. */
static void
mapped_cb (NewPlan *self)
{
  gtk_widget_grab_focus (self->organisation_row);
}

static NewPlan *
make_dialog (GtkBuilder     *builder,
             GSettings      *settings,
             KoyomiLanguage  language)
{
  NewPlan *self = g_new0 (NewPlan, 1);

  self->settings = g_object_ref (settings);
  self->language = language;
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->cric_button = GTK_WIDGET (gtk_builder_get_object (builder, "cric_button"));
  self->organisation_row = GTK_WIDGET (gtk_builder_get_object (builder, "organisation_row"));
  self->year_spin = GTK_WIDGET (gtk_builder_get_object (builder, "year_spin"));
  self->month_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "month_row"));
  self->language_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "language_row"));
  self->months_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "months_row"));
  g_object_set_data_full (G_OBJECT (self->dialog), "new-plan", self, free_new_plan);

  return self;
}

/* Asks what a plan begins with and where it goes, makes it, and opens it. */
void
koyomi_new_plan_dialog_present (GtkWindow      *parent,
                                GSettings      *settings,
                                KoyomiLanguage  language)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-new-plan-dialog", language);
  NewPlan *self = make_dialog (builder, settings, language);
  GtkWidget *create = GTK_WIDGET (gtk_builder_get_object (builder, "create_button"));

  fill (self);
  g_object_bind_property (self->cric_button, "active", self->months_row, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (create, "clicked", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "cancel_button"), "clicked", G_CALLBACK (gtk_window_close), self->dialog);
  g_signal_connect_swapped (self->dialog, "map", G_CALLBACK (mapped_cb), self);
  gtk_window_set_default_widget (self->dialog, create);
  koyomi_choices_accept_on_enter (GTK_WIDGET (gtk_builder_get_object (builder, "templates")));
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
