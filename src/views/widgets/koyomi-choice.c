#include "koyomi-choice.h"

#include "koyomi-text-fold.h"

struct _KoyomiChoice
{
  GObject  parent_instance;

  gint64   id;
  char    *title;
  char    *detail;
  char    *folded;   /* both, as a search compares them */
};

G_DEFINE_FINAL_TYPE (KoyomiChoice, koyomi_choice, G_TYPE_OBJECT)

static void
koyomi_choice_finalize (GObject *object)
{
  KoyomiChoice *self = KOYOMI_CHOICE (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (koyomi_choice_parent_class)->finalize (object);
}

static void
koyomi_choice_class_init (KoyomiChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_choice_finalize;
}

static void
koyomi_choice_init (KoyomiChoice *self)
{
}

/* @id: of the row; 0 for the choice of none
 * @detail: (nullable): what tells it from others of the same title */
KoyomiChoice *
koyomi_choice_new (gint64      id,
                   const char *title,
                   const char *detail)
{
  KoyomiChoice *self = g_object_new (KOYOMI_TYPE_CHOICE, NULL);
  g_autofree char *both = g_strdup_printf ("%s %s", title, detail != NULL ? detail : "");

  self->id = id;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->folded = koyomi_text_fold (both);

  return self;
}

gint64
koyomi_choice_get_id (KoyomiChoice *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHOICE (self), 0);

  return self->id;
}

const char *
koyomi_choice_get_title (KoyomiChoice *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHOICE (self), NULL);

  return self->title;
}

const char *
koyomi_choice_get_detail (KoyomiChoice *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHOICE (self), NULL);

  return self->detail;
}

/* @folded_query: by koyomi_text_fold() */
gboolean
koyomi_choice_matches (KoyomiChoice *self,
                       const char   *folded_query)
{
  g_return_val_if_fail (KOYOMI_IS_CHOICE (self), FALSE);

  return koyomi_text_matches (self->folded, folded_query);
}
