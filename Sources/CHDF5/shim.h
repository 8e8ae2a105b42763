#include <hdf5.h>

/* Names that HDF5 defines as macros over run-time values, which Swift cannot import. */
static inline hid_t myelon_h5t_float(void) { return H5T_NATIVE_FLOAT; }
static inline hid_t myelon_h5t_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t myelon_h5t_int8(void) { return H5T_NATIVE_INT8; }
static inline hid_t myelon_h5t_int32(void) { return H5T_NATIVE_INT32; }
static inline hid_t myelon_h5t_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t myelon_h5t_string(void) { return H5T_C_S1; }
static inline hid_t myelon_h5p_file_access(void) { return H5P_FILE_ACCESS; }
static inline hid_t myelon_h5p_dataset_create(void) { return H5P_DATASET_CREATE; }
static inline hid_t myelon_h5p_default(void) { return H5P_DEFAULT; }
static inline unsigned myelon_h5f_truncate(void) { return H5F_ACC_TRUNC; }
